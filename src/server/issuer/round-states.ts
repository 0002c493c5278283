import type { Sql } from '../store/database.ts'

/** How many rounds there are in each state. `closed`: no longer open for joining by date, or on the way to the release. */
export async function roundStates(sql: Sql, now: Date): Promise<Readonly<Record<'open' | 'closed' | 'released', number>>> {
  const rows = await sql.all(
    `SELECT CASE WHEN phase = 'released' THEN 'released' WHEN phase = 'closing' OR closes <= $1 THEN 'closed' ELSE 'open' END AS state,
       COUNT(*) AS n FROM round GROUP BY state`,
    now.toISOString(),
  )
  const of = (state: string) => Number(rows.find((row) => row['state'] === state)?.['n'] ?? 0)
  return { open: of('open'), closed: of('closed'), released: of('released') }
}
