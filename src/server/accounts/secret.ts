import { createHash, randomBytes } from 'node:crypto'

/** How far the clocks of two servers on the same stores may be apart. */
const clocksApart = 5 * 60_000

/**
 * Between which instants something may expire that is valid now. What expires later than anything made now could was made by a clock
 * that was ahead, and would be valid for as long as that was wrong.
 * @param lifetime milliseconds
 */
export function validUntil(now: Date, lifetime: number): { readonly after: string; readonly latest: string } {
  return { after: now.toISOString(), latest: new Date(now.getTime() + lifetime + clocksApart).toISOString() }
}

export function isValid(expires: string, now: Date, lifetime: number): boolean {
  const { after, latest } = validUntil(now, lifetime)
  return expires > after && expires <= latest
}

/** 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret. Nobody can guess 256 bits, so no salt and no slow hash is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
