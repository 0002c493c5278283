import { keyFromTyped } from './typed-key.ts'

/** Locking bytes with a passphrase, and opening them again. Knows nothing of what the bytes mean. */

type Bytes = Uint8Array<ArrayBuffer>

export type Lock = {
  /** How often the passphrase is hashed: what one guess costs. */
  readonly rounds: number
  readonly salt: Bytes
  readonly nonce: Bytes
  /** Stands outside, readable; altering it is found out as well. */
  readonly header: Bytes
}

/** A page that did not come over TLS, nor from the machine itself, has no cryptography. */
export function canLock(): boolean {
  return 'crypto' in globalThis && 'subtle' in crypto
}

/** The same characters, however a keyboard composes them, and however many spaces stand between them. */
export function settledPassphrase(typed: string): string {
  return typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

function keyFor(passphrase: string, lock: Lock): Promise<CryptoKey> {
  return keyFromTyped(settledPassphrase(passphrase), lock)
}

function cipherOf({ nonce, header }: Lock): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: header, tagLength: 128 }
}

/** The tag stands at the end. */
export async function lockBytes(plain: Bytes, passphrase: string, lock: Lock): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(cipherOf(lock), await keyFor(passphrase, lock), plain))
}

/** Nothing for another passphrase, and nothing for altered bytes: the two look the same. */
export async function unlockBytes(locked: Bytes, passphrase: string, lock: Lock): Promise<Bytes | undefined> {
  const key = await keyFor(passphrase, lock)
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipherOf(lock), key, locked))
  } catch {
    return undefined
  }
}
