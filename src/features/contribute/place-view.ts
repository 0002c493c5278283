import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Instrument, leads } from '../../domain/instrument/instrument.ts'
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
}

/** What one participation needs from the person now. */
export type PlaceView =
  | (InRound & { readonly kind: 'held'; readonly hasOtherSector: boolean })
  | (InRound & { readonly kind: 'leader' })
  | { readonly kind: 'offer'; readonly offer: Offerable }
  | { readonly kind: 'status'; readonly known: KnownRound | undefined; readonly canSee: boolean }

/** @param sees the person has asked to see what is, or would be, sent */
export function viewOf(stored: Stored, participation: Participation, sees: boolean): PlaceView {
  const known = roundOf(stored, participation)
  const unit = unitIn(known, participation.unit)
  const isOver = participation.stage === 'settled' || participation.stage === 'joining' || known?.document.state === 'released'
  if (isOver || known === undefined || unit === undefined) return { kind: 'status', known, canSee: false }
  const assessment = stored.finished.find(({ sector }) => sector === sectorOf(unit))
  if (assessment === undefined) {
    const hasOtherSector = stored.finished.length > 0
    return participation.stage === 'joined' ? { kind: 'held', known, unit, hasOtherSector } : { kind: 'status', known, canSee: false }
  }
  if (leads(assessment.tier) && !isLeadersUnit(unit) && participation.stage === 'joined') return { kind: 'leader', known, unit }
  const undecided = participation.stage === 'joined' && participation.choice === undefined
  if (!undecided && !sees) return { kind: 'status', known, canSee: true }
  return { kind: 'offer', offer: { place: participation, known, unit, assessment, instrument: instrumentFor(assessment) } }
}
