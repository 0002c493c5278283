import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import { lastSeen } from '../operation/clock-seen.ts'
import type { Database, Sql } from '../store/database.ts'
import { rewrite } from '../store/rewrite.ts'

/** Who closed the round. Nobody did when its time had run out. */
export type ClosedBy = AuditEntry['who']

/**
 * Closes a round for good: no more tokens, and the release is on its way. Doing it again changes nothing.
 * A round that was closed after its closing date counts as closed on that date (release rule R9); one that is closed by a clock that
 * is behind counts as closed on the last day that was seen, for it must not seem longer ago than it is.
 */
export async function beginClosing(issuer: Database, round: string, by: ClosedBy, now: Date): Promise<void> {
  await issuer.transaction(async (sql) => {
    const [at, seen = ''] = [now.toISOString(), await lastSeen(sql)]
    const [row] = await sql.all(
      `UPDATE round SET phase = 'closing', closed = CASE WHEN closes < $2 THEN closes ELSE $2 END
       WHERE round = $1 AND phase = 'open' RETURNING municipality`,
      round,
      at > seen ? at : seen,
    )
    if (row === undefined) return
    await logAction(sql, String(row['municipality']), { who: by, action: 'round-closed', detail: { round } }, now)
  })
}

/** Release rule R10, the third step: codes, blinded hashes, private keys and how many had joined. The headcount stays. */
export async function destroySecrets(sql: Sql, municipality: string, round: string): Promise<void> {
  await sql.all('DELETE FROM code WHERE municipality = $1 AND round = $2', municipality, round)
  await sql.all('UPDATE round_unit SET private_key = NULL, signed = 0 WHERE municipality = $1 AND round = $2', municipality, round)
}

/** Leaves nothing of the destroyed secrets. */
export function rewriteSecrets(issuer: Database): Promise<void> {
  return rewrite(issuer, { round_unit: 'municipality, unit, round', code: 'municipality, round, unit, code_hash' })
}

/**
 * PostgreSQL numbers what is written in the order in which it was written, all stores together. So the rows of codes are written anew
 * before the contributions of those who joined can come: then no order of slips can be laid beside an order of nullifiers. SQLite keeps
 * no such numbers.
 */
export async function forgetOrder(issuer: Database): Promise<void> {
  if (issuer.engine === 'postgres') await rewriteSecrets(issuer)
}

/** The end of a closing. The log keeps the hash of the document, so that another one in its place is found out. */
export async function markReleased(issuer: Database, round: string, sha256: string, by: ClosedBy, now: Date): Promise<void> {
  await issuer.transaction(async (sql) => {
    const [row] = await sql.all(
      `UPDATE round SET phase = 'released' WHERE round = $1 AND phase <> 'released' RETURNING municipality`,
      round,
    )
    if (row === undefined) return
    await logAction(sql, String(row['municipality']), { who: by, action: 'round-released', detail: { round, sha256 } }, now)
  })
}

/** Rounds that wait for their release: begun and not finished, or past the last moment they accept anything. */
export async function roundsDue(sql: Sql, now: Date): Promise<readonly string[]> {
  const rows = await sql.all(
    `SELECT round FROM round WHERE phase = 'closing' OR (phase = 'open' AND accept_until <= $1) ORDER BY accept_until, round`,
    now.toISOString(),
  )
  return rows.map((row) => String(row['round']))
}
