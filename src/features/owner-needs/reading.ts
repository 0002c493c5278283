import { type Result, ok } from '../../domain/result.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'
import type { Round } from '../../protocol/round.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'

/** `release` is absent until the round is released. */
export type RoundNeeds = { readonly round: Round; readonly release?: MunicipalityResult }

export async function readNeeds(office: Office, roundId: string): Promise<Result<RoundNeeds, OfficeRefusal>> {
  const round = await office.round(roundId)
  if (!round.ok) return round
  if (round.value.state !== 'released') return ok({ round: round.value })
  const release = await office.municipalityResult(roundId)
  return release.ok ? ok({ round: round.value, release: release.value }) : release
}
