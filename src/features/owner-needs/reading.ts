import { type Result, ok } from '../../domain/result.ts'
import type { MunicipalProfile } from '../../protocol/profile.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import type { Round } from '../../protocol/round.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'

type Released = { readonly release: MunicipalityResult; readonly profile: MunicipalProfile }

/** `released` is absent until the round is released. */
export type RoundNeeds = { readonly round: Round; readonly released?: Released }

export async function readNeeds(office: Office, roundId: string): Promise<Result<RoundNeeds, OfficeRefusal>> {
  const round = await office.round(roundId)
  if (!round.ok) return round
  if (round.value.state !== 'released') return ok({ round: round.value })
  const [release, held] = await Promise.all([office.municipalityResult(roundId), office.profile()])
  if (!release.ok) return release
  if (!held.ok) return held
  return ok({ round: round.value, released: { release: release.value, profile: held.value.profile } })
}
