import { logAction } from '../accounts/audit-log.ts'
import { beginClosing } from '../issuer/closing.ts'
import type { Sql } from '../store/database.ts'
import type { Stores } from '../store/stores.ts'

/**
 * How a round goes on after a restore. `open`: devices send again what the lost collector had counted, until the round closes.
 * `finishing`: its document is there, and the next start finishes the release. `too-late`: it takes nothing more, so that what the
 * collector had counted is lost, and the next start releases it with nobody in it.
 */
export type RoundAfter = 'open' | 'finishing' | 'released' | 'too-late'
export type SettledRound = { readonly round: string; readonly state: RoundAfter }

async function reopen(issuer: Sql, round: string): Promise<void> {
  await issuer.all(`UPDATE round SET phase = 'open', closed = NULL WHERE round = $1`, round)
}

type Found = { readonly round: string; readonly phase: string; readonly acceptUntil: string; readonly document: boolean }

/** The counts of a round that was closing went with the collector; as long as it may, it takes them once more. */
async function settle({ issuer }: Stores, { round, phase, acceptUntil, document }: Found, now: Date): Promise<RoundAfter> {
  if (phase === 'released') return 'released'
  if (document) {
    await beginClosing(issuer, round, 'clock', now)
    return 'finishing'
  }
  if (acceptUntil <= now.toISOString()) return 'too-late'
  if (phase === 'closing') await reopen(issuer, round)
  return 'open'
}

export async function settleRounds(stores: Stores, now: Date): Promise<readonly SettledRound[]> {
  const documents = new Set((await stores.released.all('SELECT round FROM released')).map((row) => String(row['round'])))
  const rows = await stores.issuer.all('SELECT round, phase, accept_until FROM round ORDER BY accept_until, round')
  const settled: SettledRound[] = []
  for (const row of rows) {
    const round = String(row['round'])
    const found = { round, phase: String(row['phase']), acceptUntil: String(row['accept_until']), document: documents.has(round) }
    settled.push({ round, state: await settle(stores, found, now) })
  }
  return settled
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
