import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Instrument, type Module, type Tier, leads, modulesFor } from '../../domain/instrument/instrument.ts'
import { namedAmong } from '../../domain/instrument/own-pack.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import { unitIn } from '../../sync/unit-in.ts'
import type { JoinedPlace, Participation, Sent, Waiting } from '../../protocol/participation.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import { type Stored, roundOf } from './stored.ts'
import { isLeadersUnit, sectorOf } from './words.ts'

type InRound = { readonly known: KnownRound; readonly unit: RoundUnit }
export type Offerable = InRound & {
  readonly place: JoinedPlace | Waiting | Sent
  readonly assessment: Assessment
  readonly instrument: Instrument
  /** What the round asks besides and the person can still take along: only the newest assessment can be widened. */
  readonly more: readonly Module[]
}

/** What one participation needs from the person now. */
export type PlaceView =
  | (InRound & { readonly kind: 'held'; readonly hasOtherSector: boolean })
  | (InRound & { readonly kind: 'leader' })
  /** What was answered is not what the round asks. */
  | (InRound & { readonly kind: 'other-questions'; readonly tier: Tier })
  /** The questions that were answered are not on the device. */
  | { readonly kind: 'not-fetched' }
  | { readonly kind: 'offer'; readonly offer: Offerable }
  | { readonly kind: 'status'; readonly known: KnownRound | undefined; readonly canSee: boolean }

/** The person has not yet finished what the round asks. */
function viewOfPlace({ finished, current }: Stored, { known, unit }: InRound): PlaceView {
  const isAsked = ({ instrumentVersion }: Assessment): boolean => instrumentVersion === unit.instrument.version
  const inSector = [...(current ? [current] : []), ...finished].filter(({ sector }) => sector === sectorOf(unit))
  const [latest] = inSector
  const hasOtherSector = finished.length > 0 && finished.every(({ sector }) => sector !== sectorOf(unit))
  if (latest === undefined || inSector.some(isAsked)) return { kind: 'held', known, unit, hasOtherSector }
  return { kind: 'other-questions', known, unit, tier: latest.tier }
}

function moreFor({ finished: [newest], current }: Stored, { known }: InRound, { id, tier, modules }: Assessment): readonly Module[] {
  if (current !== undefined || newest?.id !== id) return []
  return modulesFor(tier).filter((module) => !modules.includes(module) && known.document.dimensions.some((asked) => asked.id === module))
}

/** @param sees the person has asked to see what is, or would be, sent */
export function viewOf(stored: Stored, participation: Participation, sees: boolean): PlaceView {
  const known = roundOf(stored, participation)
  const unit = unitIn(known, participation.unit)
  const isOver = participation.stage === 'settled' || participation.stage === 'joining' || known?.document.state === 'released'
  if (isOver || known === undefined || unit === undefined) return { kind: 'status', known, canSee: false }
  const answered = stored.finished.filter(({ sector }) => sector === sectorOf(unit))
  const assessment = answered.find(({ instrumentVersion }) => instrumentVersion === unit.instrument.version)
  const latest = assessment ?? answered[0]
  if (latest && leads(latest.tier) && !isLeadersUnit(unit) && participation.stage === 'joined') return { kind: 'leader', known, unit }
  if (assessment === undefined) {
    return participation.stage === 'joined' ? viewOfPlace(stored, { known, unit }) : { kind: 'status', known, canSee: false }
  }
  const undecided = participation.stage === 'joined' && participation.choice === undefined
  if (!undecided && !sees) return { kind: 'status', known, canSee: true }
  const packs = namedAmong(assessment.instrumentVersion, stored.packs)
  if (packs === undefined) return { kind: 'not-fetched' }
  const more = moreFor(stored, { known, unit }, assessment)
  return { kind: 'offer', offer: { place: participation, known, unit, assessment, instrument: instrumentFor(assessment, packs), more } }
}
