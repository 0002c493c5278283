import { referenceLanguage } from '../../i18n/languages.ts'
import type { RoundList, Session } from '../../protocol/session.ts'

export type UnitEntry = Extract<Session, { readonly units: unknown }>['units'][number]
export type RoundEntry = RoundList['rounds'][number]

/** What stands in the address. */
export type Wanted = { readonly unit: string | null; readonly round: string | null }

export type Choice = {
  readonly units: readonly UnitEntry[]
  readonly unit?: UnitEntry
  /** The unit's rounds, newest first. */
  readonly rounds: readonly RoundEntry[]
  readonly round?: RoundEntry
}

/** The wanted unit and round where they exist; else the first unit with a round, and its newest released round. */
export function chooseShown(units: readonly UnitEntry[], all: readonly RoundEntry[], wanted: Wanted): Choice {
  const ordered = units.toSorted((a, b) => a.name.localeCompare(b.name, referenceLanguage))
  const hasRound = (entry: UnitEntry) => all.some((round) => round.units.includes(entry.unit))
  const unit = ordered.find((entry) => entry.unit === wanted.unit) ?? ordered.find(hasRound) ?? ordered[0]
  const rounds = unit ? all.filter((round) => round.units.includes(unit.unit)) : []
  const round = rounds.find((each) => each.round === wanted.round) ?? rounds.find((each) => each.state === 'released') ?? rounds[0]
  return { units: ordered, rounds, ...(unit && { unit }), ...(round && { round }) }
}
