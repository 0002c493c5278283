import type { PinLock } from '../protocol/person.ts'

/** OWASP's floor for PBKDF2-SHA-256 (2023). A lock with fewer is wrapped anew when it is next opened. */
export const pinRounds = 600_000

async function keyFrom(pin: string, { salt, rounds }: Pick<PinLock, 'salt' | 'rounds'>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(kdf, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Wraps a secret so that only this PIN opens it. */
export async function lockSecret(secret: Uint8Array<ArrayBuffer>, pin: string, rounds = pinRounds): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyFrom(pin, { salt, rounds })
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret))
  return { kdf: 'PBKDF2-SHA-256', rounds, salt, iv, wrapped }
}

/** The secret, or nothing if the PIN is another one. */
export async function openLock(lock: PinLock, pin: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await keyFrom(pin, lock)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.iv }, key, lock.wrapped))
  } catch {
    return undefined
  }
}
