import type { Sql } from '../store/database.ts'

/** Midnight before an instant: a day is all that is kept. */
function dayOf(now: Date): string {
  return `${now.toISOString().slice(0, 10)}T00:00:00.000Z`
}

/** The newest day that a server on these stores has seen, as an instant. Nothing before the first. */
export async function lastSeen(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.all('SELECT seen FROM clock')
  return row === undefined ? undefined : String(row['seen'])
}

/** Where no server has run yet: the first round is opened now. */
export async function beginSeeing(sql: Sql, now: Date): Promise<void> {
  await sql.all('INSERT INTO clock (place, seen) VALUES (1, $1) ON CONFLICT (place) DO NOTHING', dayOf(now))
}

/** What is stored becomes the day it is now, be it earlier or later. Written only where that is another day. */
export async function setSeen(sql: Sql, now: Date): Promise<void> {
  await sql.all(
    'INSERT INTO clock (place, seen) VALUES (1, $1) ON CONFLICT (place) DO UPDATE SET seen = excluded.seen WHERE clock.seen <> excluded.seen',
    dayOf(now),
  )
}

/** The same, but never back to an earlier day: a server whose clock is a little behind another's changes nothing. */
export async function keepSeeing(sql: Sql, now: Date): Promise<void> {
  const seen = await lastSeen(sql)
  if (seen === undefined || seen < dayOf(now)) await setSeen(sql, now)
}
