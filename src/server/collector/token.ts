import { type KeyObject, constants, createHash, createPublicKey, verify } from 'node:crypto'
import type { RoundUnit } from '../../protocol/round.ts'
import { tokenContext } from '../../protocol/token-context.ts'

function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** `t || ctx`: what was signed (protocol, section 3). */
export function preparedMessage(round: string, unit: RoundUnit, t: Uint8Array): Buffer {
  return Buffer.concat([t, tokenContext(sha256(`${round}\n${unit.unit}`), Buffer.from(unit.keyId, 'base64url'))])
}

const keys = new WeakMap<RoundUnit, KeyObject>()

function publicKeyOf(unit: RoundUnit): KeyObject {
  const known = keys.get(unit) ?? createPublicKey({ key: { kty: 'RSA', n: unit.n, e: unit.e }, format: 'jwk' })
  keys.set(unit, known)
  return known
}

/** RFC 9474 section 4.5: RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
export function isValidToken(unit: RoundUnit, prepared: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha384', prepared, { key: publicKeyOf(unit), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature)
}

/** A token counts once, and nobody can find the token from its nullifier. */
export function nullifierOf(prepared: Uint8Array): Buffer {
  return sha256('n\0', prepared)
}

/** Binds the device to what it sent, and keeps it hidden. */
export function commitmentTo(version: { readonly tier: string; readonly values: string }, r: Uint8Array): Buffer {
  return sha256(r, version.tier + version.values)
}
