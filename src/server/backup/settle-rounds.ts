import { logAction } from '../accounts/audit-log.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { beginClosing } from '../issuer/closing.ts'
import type { Sql } from '../store/database.ts'
import type { Stores } from '../store/stores.ts'

/**
 * How a round goes on after a restore. `open`: devices send again what the lost collector had counted, until the round closes.
 * `finishing`: its document is there, and the next start finishes the release. `given-up`: it takes nothing more, so that what the
 * collector had counted is lost, and the next start releases it with nobody in it.
 */
export type RoundAfter = 'open' | 'finishing' | 'released' | 'given-up'
export type SettledRound = { readonly round: string; readonly state: RoundAfter }

/** What the operator says of rounds that nothing in the backup can tell of. */
export type Word = { readonly reopen: ReadonlySet<string>; readonly giveUp: ReadonlySet<string> }

/**
 * A round whose release has very likely come after the backup was made, so that it must not be taken up again unasked. `closing`: it
 * was about to be released. `too-late`: it was open, and its time has run out since.
 */
export type OpenQuestion = { readonly round: string; readonly why: 'closing' | 'too-late' }

async function reopen(issuer: Sql, round: string): Promise<void> {
  await issuer.all(`UPDATE round SET phase = 'open', closed = NULL WHERE round = $1`, round)
}

type Found = { readonly round: string; readonly phase: string; readonly acceptUntil: string; readonly document: boolean }

/** What becomes of a round, from what the backup says, the time, and the operator's word. */
function decide({ round, phase, acceptUntil, document }: Found, word: Word, now: Date): RoundAfter | OpenQuestion {
  if (phase === 'released') return 'released'
  if (document) return 'finishing'
  if (word.giveUp.has(round)) return 'given-up'
  if (acceptUntil <= now.toISOString()) return { round, why: 'too-late' }
  return phase === 'closing' && !word.reopen.has(round) ? { round, why: 'closing' } : 'open'
}

async function carryOut({ issuer }: Stores, { round, phase }: Found, state: RoundAfter, now: Date): Promise<void> {
  if (state === 'finishing') await beginClosing(issuer, round, 'clock', now)
  if (state === 'given-up') await beginClosing(issuer, round, 'operator', now)
  if (state === 'open' && phase === 'closing') await reopen(issuer, round)
}

async function findRounds(stores: Stores): Promise<readonly Found[]> {
  const documents = new Set((await stores.released.all('SELECT round FROM released')).map((row) => String(row['round'])))
  const rows = await stores.issuer.all('SELECT round, phase, accept_until FROM round ORDER BY accept_until, round')
  return rows.map((row) => {
    const round = String(row['round'])
    return { round, phase: String(row['phase']), acceptUntil: String(row['accept_until']), document: documents.has(round) }
  })
}

export type Unsettled =
  | { readonly kind: 'round-unknown'; readonly round: string }
  | { readonly kind: 'release-uncertain'; readonly rounds: readonly OpenQuestion[] }

/** Settles every round or, while one question is open, none. */
export async function settleRounds(stores: Stores, word: Word, now: Date): Promise<Result<readonly SettledRound[], Unsettled>> {
  const found = await findRounds(stores)
  const unknown = [...word.reopen, ...word.giveUp].find((named) => found.every(({ round }) => round !== named))
  if (unknown !== undefined) return fail({ kind: 'round-unknown', round: unknown })
  const decided = found.map((each) => [each, decide(each, word, now)] as const)
  const questions = decided.flatMap(([, decision]) => (typeof decision === 'string' ? [] : [decision]))
  if (questions.length > 0) return fail({ kind: 'release-uncertain', rounds: questions })
  const settled: SettledRound[] = []
  for (const [each, state] of decided) {
    if (typeof state !== 'string') continue
    await carryOut(stores, each, state, now)
    settled.push({ round: each.round, state })
  }
  return ok(settled)
}

/** Who was signed in when the backup was made is not signed in now, and a link that was used then cannot be used again. */
export async function signEverybodyOut(sql: Sql): Promise<void> {
  await sql.all('DELETE FROM session')
  await sql.all('DELETE FROM sign_in_link')
}

export async function logRestore(issuer: Sql, made: string, now: Date): Promise<void> {
  const municipalities = await issuer.all('SELECT id FROM municipality')
  for (const row of municipalities)
    await logAction(issuer, String(row['id']), { who: 'operator', action: 'stores-restored', detail: { backup: made } }, now)
}
