import { type Result, fail, ok } from '../../domain/result.ts'
import type { Database, Sql } from '../store/database.ts'
import { type Invited, invitedFrom, principalOf, unitOf } from './invited.ts'
import type { Principal } from './principal.ts'
import { hashOfSecret, isValid, newSecret } from './secret.ts'
import { spendSignInLink } from './sign-in-link.ts'

export const sessionSeconds = 12 * 60 * 60
export const sessionMilliseconds = sessionSeconds * 1000

async function startSession(sql: Sql, invited: Invited, now: Date): Promise<string> {
  const secret = newSecret()
  const expires = new Date(now.getTime() + sessionMilliseconds).toISOString()
  await sql.all('DELETE FROM session WHERE expires <= $1', now.toISOString())
  await sql.all(
    'INSERT INTO session (municipality, secret_hash, role, unit, expires) VALUES ($1, $2, $3, $4, $5)',
    invited.municipality,
    hashOfSecret(secret),
    invited.role,
    unitOf(invited),
    expires,
  )
  return secret
}

export async function endSession(sql: Sql, secret: string): Promise<void> {
  await sql.all('DELETE FROM session WHERE secret_hash = $1', hashOfSecret(secret))
}

export type SignedIn = { readonly secret: string; readonly principal: Principal }

/**
 * Uses up a sign-in link and starts a session with a fresh secret. A session that the browser already had ends, so that a
 * secret planted before the sign-in is worth nothing after it.
 */
export function signIn(
  database: Database,
  link: string,
  presented: string | undefined,
  now: Date,
): Promise<Result<SignedIn, { kind: 'sign-in-needed' }>> {
  return database.transaction(async (sql) => {
    const invited = await spendSignInLink(sql, link, now)
    if (invited === undefined) return fail({ kind: 'sign-in-needed' })
    if (presented !== undefined) await endSession(sql, presented)
    return ok({ secret: await startSession(sql, invited, now), principal: principalOf(invited) })
  })
}

/** Who the session belongs to. Nothing for an unknown or ended one. */
export async function principalOfSession(sql: Sql, secret: string, now: Date): Promise<Principal | undefined> {
  const [row] = await sql.all('SELECT municipality, role, unit, expires FROM session WHERE secret_hash = $1', hashOfSecret(secret))
  return row !== undefined && isValid(String(row['expires']), now, sessionMilliseconds) ? principalOf(invitedFrom(row)) : undefined
}
