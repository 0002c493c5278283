import { type KeyObject, type SigningOptions, constants, createPublicKey, hash, verify } from 'node:crypto'
import type { RoundUnit } from '../../protocol/round.ts'
import { tokenContext } from '../../protocol/token-context.ts'

function sha256(bytes: Uint8Array | string): Buffer {
  return hash('sha256', bytes, 'buffer')
}

const contexts = new WeakMap<RoundUnit, { readonly round: string; readonly context: Uint8Array }>()

/** The same for all tokens of a unit, so it is made once. */
function contextOf(round: string, unit: RoundUnit): Uint8Array {
  const known = contexts.get(unit)
  if (known?.round === round) return known.context
  const context = tokenContext(sha256(`${round}\n${unit.unit}`), Buffer.from(unit.keyId, 'base64url'))
  contexts.set(unit, { round, context })
  return context
}

/** `t || ctx`: what was signed (protocol, section 3). */
export function preparedMessage(round: string, unit: RoundUnit, t: Uint8Array): Buffer {
  return Buffer.concat([t, contextOf(round, unit)])
}

/** RFC 9474 section 4.5: RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
const scheme = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const satisfies SigningOptions

type VerifyingKey = KeyObject & typeof scheme
const keys = new WeakMap<RoundUnit, VerifyingKey>()

/**
 * A key that carries how it is used. The runtime also takes `{ key, ...scheme }`, but asks of that first whether it is a key, which
 * throws and catches two errors each time: more than half of what the verification itself takes.
 */
function publicKeyOf(unit: RoundUnit): VerifyingKey {
  const known = keys.get(unit)
  if (known !== undefined) return known
  const key = Object.assign(createPublicKey({ key: { kty: 'RSA', n: unit.n, e: unit.e }, format: 'jwk' }), scheme)
  keys.set(unit, key)
  return key
}

export function isValidToken(unit: RoundUnit, prepared: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha384', prepared, publicKeyOf(unit), signature)
}

const nullifierTag = Buffer.from('n\0')

/** A token counts once, and nobody can find the token from its nullifier. */
export function nullifierOf(prepared: Uint8Array): Buffer {
  return sha256(Buffer.concat([nullifierTag, prepared]))
}

/** Binds the device to what it sent, and keeps it hidden. */
export function commitmentTo(version: { readonly tier: string; readonly values: string }, r: Uint8Array): Buffer {
  return sha256(Buffer.concat([r, Buffer.from(version.tier + version.values)]))
}
