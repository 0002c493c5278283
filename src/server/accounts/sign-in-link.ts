import type { Sql } from '../store/database.ts'
import { type Invited, invitedFrom, unitOf } from './invited.ts'
import { hashOfSecret, isValid, newSecret } from './secret.ts'

/** Long enough to be handed over, short enough to be useless in an old mail. */
export const minutesValid = 30
export const linkMilliseconds = minutesValid * 60_000

/** Makes a one-time sign-in link and returns it whole, the only time it exists in clear. */
export async function makeSignInLink(sql: Sql, origin: string, invited: Invited, now: Date): Promise<string> {
  const secret = newSecret()
  const expires = new Date(now.getTime() + linkMilliseconds).toISOString()
  await sql.all('DELETE FROM sign_in_link WHERE expires <= $1', now.toISOString())
  await sql.all(
    'INSERT INTO sign_in_link (municipality, secret_hash, role, unit, expires) VALUES ($1, $2, $3, $4, $5)',
    invited.municipality,
    hashOfSecret(secret),
    invited.role,
    unitOf(invited),
    expires,
  )
  return `${origin}/inn#${secret}`
}

/** Uses a link up. Nothing if it is unknown, used before or too old. */
export async function spendSignInLink(sql: Sql, secret: string, now: Date): Promise<Invited | undefined> {
  const [row] = await sql.all(
    'DELETE FROM sign_in_link WHERE secret_hash = $1 RETURNING municipality, role, unit, expires',
    hashOfSecret(secret),
  )
  return row !== undefined && isValid(String(row['expires']), now, linkMilliseconds) ? invitedFrom(row) : undefined
}
