import type { Sql } from '../store/database.ts'

/** The collector's own number of a round, and whether it has stopped accepting for it. */
export type Intake = { readonly intake: number; readonly stopped: boolean }

/** Nothing for a round that the collector has never counted for; asking leaves nothing behind. */
export async function findIntake(sql: Sql, round: string): Promise<Intake | undefined> {
  const [row] = await sql.all('SELECT intake, stopped FROM intake WHERE round = $1', round)
  return row && { intake: Number(row['intake']), stopped: row['stopped'] === 1 }
}

export async function intakeOf(sql: Sql, round: string): Promise<Intake> {
  const known = await findIntake(sql, round)
  if (known !== undefined) return known
  const [row] = await sql.all('INSERT INTO intake (round, stopped) VALUES ($1, 0) RETURNING intake', round)
  return { intake: Number(row?.['intake']), stopped: false }
}

/** Whether the collector has counted for the round, and is done with it. */
export async function intakeState(sql: Sql, round: string): Promise<'counting' | 'stopped' | undefined> {
  const found = await findIntake(sql, round)
  return found && (found.stopped ? 'stopped' : 'counting')
}

/** Release rule R10, the first step: from here on nothing more is counted. */
export async function stopIntake(sql: Sql, round: string): Promise<void> {
  // Waits for the statements that began before, and lets the later ones see that it has stopped.
  if (sql.engine === 'postgres') await sql.all('LOCK TABLE nullifier IN SHARE MODE')
  await sql.all('INSERT INTO intake (round, stopped) VALUES ($1, 1) ON CONFLICT (round) DO UPDATE SET stopped = 1', round)
}

/** Made with the file and lost with it: a new one tells devices to send again. */
export async function incarnationOf(sql: Sql): Promise<string> {
  const [row] = await sql.all('SELECT incarnation FROM collector')
  return String(row?.['incarnation'])
}
