import type { Sql } from '../store/database.ts'
import type { Counting, StrangeRound } from './count-in-one.ts'
import type { Outcome } from './count-once.ts'
import { count } from './counters.ts'
import { findIntake, incarnationOf, intakeOf } from './intake.ts'

/**
 * Counts as part of a transaction that nobody else writes in. First time: counted. The same again: nothing. Another version, with
 * the one it replaces: exchanged.
 */
export async function countInTurn(sql: Sql, counting: Counting, strangeRound: StrangeRound): Promise<Outcome> {
  const { round, unit, nullifier, version, commitment, replaced } = counting
  const found = strangeRound === 'begin' ? await intakeOf(sql, round) : await findIntake(sql, round)
  if (found === undefined) return { kind: 'strange' }
  if (found.stopped) return { kind: 'stopped' }
  const { intake } = found
  const incarnation = await incarnationOf(sql)
  const [row] = await sql.all('SELECT commitment FROM nullifier WHERE intake = $1 AND nullifier = $2', intake, nullifier)
  const held = row?.['commitment']
  if (!(held instanceof Uint8Array)) {
    await sql.all('INSERT INTO nullifier (intake, nullifier, commitment) VALUES ($1, $2, $3)', intake, nullifier, commitment)
    await count(sql, intake, unit, version, 1)
    return { kind: 'counted', incarnation }
  }
  if (Buffer.compare(commitment, held) === 0) return { kind: 'counted', incarnation }
  if (replaced === undefined || Buffer.compare(replaced.commitment, held) !== 0) return { kind: 'conflict' }
  await sql.all('UPDATE nullifier SET commitment = $3 WHERE intake = $1 AND nullifier = $2', intake, nullifier, commitment)
  await count(sql, intake, unit, replaced.version, -1)
  await count(sql, intake, unit, version, 1)
  return { kind: 'counted', incarnation }
}
