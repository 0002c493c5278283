import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { Participation } from '../../protocol/participation.ts'
import { currentAssessment, finishedAssessments } from '../../storage/assessments.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { ownPacksIn } from '../../storage/own-packs.ts'
import { listParticipations } from '../../storage/participations.ts'
import { listRounds } from '../../storage/rounds.ts'

/** What the device knows that the page is about. */
export type Stored = {
  /** Going on first, then the round that closes last. */
  readonly participations: readonly Participation[]
  readonly rounds: readonly KnownRound[]
  readonly finished: readonly Assessment[]
  /** Under way. */
  readonly current?: Assessment
  /** Own packs on this device. */
  readonly packs: readonly KeptPack[]
}

/** How many finished assessments are looked through for one of the round's sector. */
const recent = 10

function rank(participation: Participation, rounds: readonly KnownRound[]): number {
  const place = rounds.findIndex(({ round }) => round === participation.round)
  return (participation.stage === 'settled' ? rounds.length + 1 : 0) + (place < 0 ? 0 : place)
}

export async function look(database: PeilDatabase): Promise<Stored> {
  const [participations, rounds, finished, current, packs] = await Promise.all([
    listParticipations(database),
    listRounds(database),
    finishedAssessments(database, recent),
    currentAssessment(database),
    ownPacksIn(database).toArray(),
  ])
  return {
    participations: participations.toSorted((a, b) => rank(a, rounds) - rank(b, rounds)),
    rounds,
    finished,
    ...(current && current.finishedAt === undefined && { current }),
    packs,
  }
}

export function roundOf(stored: Stored, { round }: Participation): KnownRound | undefined {
  return stored.rounds.find((known) => known.round === round)
}

/** A round that can still be joined, for a code typed without one. */
export function openRound({ rounds }: Stored): string | undefined {
  return rounds.find(({ document }) => document.state !== 'released')?.round
}
