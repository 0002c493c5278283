import { type Result, ok } from '../../domain/result.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import type { Round } from '../../protocol/round.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'

type Released = {
  readonly release: MunicipalityResult
  /** The id of the municipality's profile, if it has chosen one. */
  readonly profile: string | undefined
}

/** `released` is absent until the round is released. */
export type RoundNeeds = { readonly round: Round; readonly released?: Released }

export async function readNeeds(office: Office, roundId: string): Promise<Result<RoundNeeds, OfficeRefusal>> {
  const round = await office.round(roundId)
  if (!round.ok) return round
  if (round.value.state !== 'released') return ok({ round: round.value })
  const [release, municipality] = await Promise.all([office.municipalityResult(roundId), office.municipality()])
  if (!release.ok) return release
  if (!municipality.ok) return municipality
  return ok({ round: round.value, released: { release: release.value, profile: municipality.value.profile } })
}
