import { type Result, ok } from '../../domain/result.ts'
import type { UnitResult } from '../../protocol/results.ts'
import type { Joined, Round } from '../../protocol/round.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'

export type ReleasedUnit = Extract<UnitResult, { readonly state: 'released' }>

/** What there is to see of one unit in one round. Before the release that is a coarse joined figure at most. */
export type UnitView =
  | { readonly kind: 'before'; readonly round: Round; readonly joined?: Joined }
  | { readonly kind: 'hidden'; readonly round: Round }
  | { readonly kind: 'released'; readonly round: Round; readonly result: ReleasedUnit }

async function readBefore(office: Office, round: Round, unit: string): Promise<UnitView> {
  const figures = await office.joined(round.round)
  const joined = figures.ok ? figures.value[unit] : undefined
  return { kind: 'before', round, ...(joined && { joined }) }
}

export async function readUnit(office: Office, roundId: string, unit: string): Promise<Result<UnitView, OfficeRefusal>> {
  const round = await office.round(roundId)
  if (!round.ok) return round
  if (round.value.state !== 'released') return ok(await readBefore(office, round.value, unit))
  const result = await office.unitResult(roundId, unit)
  if (!result.ok) return result
  if (result.value.state === 'hidden') return ok({ kind: 'hidden', round: round.value })
  return ok({ kind: 'released', round: round.value, result: result.value })
}
