import type { PinLock } from '../protocol/person.ts'
import { keyFromTyped } from './typed-key.ts'

/** OWASP's floor for PBKDF2-SHA-256 (2023). A lock with fewer is wrapped anew when it is next opened. */
export const pinRounds = 600_000

/** Wraps a secret so that only this PIN opens it. */
export async function lockSecret(secret: Uint8Array<ArrayBuffer>, pin: string, rounds = pinRounds): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyFromTyped(pin, { salt, rounds })
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret))
  return { kdf: 'PBKDF2-SHA-256', rounds, salt, iv, wrapped }
}

/** The secret, or nothing if the PIN is another one. */
export async function openLock(lock: PinLock, pin: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await keyFromTyped(pin, lock)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.iv }, key, lock.wrapped))
  } catch {
    return undefined
  }
}
