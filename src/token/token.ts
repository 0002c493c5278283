import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { joinBytes, spkiOf } from './spki.ts'

/** A unit's public key as bytes, and the id it must have: SHA-256 of its SPKI DER. */
export type UnitKey = { readonly modulus: Uint8Array; readonly exponent: Uint8Array; readonly keyId: Uint8Array }

/** What is kept until the signature has come: `inverse` removes the blinding, `blinded` is what the issuer signs. 256 bytes each. */
export type Blinding = { readonly inverse: Uint8Array; readonly blinded: Uint8Array }

/** RFC 9474 `RSABSSA-SHA384-PSS-Randomized`. Its random prefix is our `t`, because the collector needs it by itself. */
const suite = RSABSSA.SHA384.PSS.Randomized()
const modulusBytes = 256

function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

/** RFC 9474 section 4.1, Prepare: `t || ctx`, with `t` 32 random bytes. */
export function prepare(t: Uint8Array, context: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinBytes(t, context)
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function isExpectedSize(key: UnitKey): boolean {
  const { modulus, exponent } = key
  const top = modulus[0] ?? 0
  const last = modulus[modulusBytes - 1] ?? 0
  return modulus.length === modulusBytes && top >= 0x80 && last % 2 === 1 && equalBytes(exponent, Uint8Array.of(1, 0, 1))
}

/** A key that may be used: 2048 bit, e = 65537, and the id that it claims. `undefined` for every other. */
export async function openKey(key: UnitKey): Promise<CryptoKey | undefined> {
  if (!isExpectedSize(key)) return undefined
  const spki = spkiOf(key.modulus, key.exponent)
  if (!equalBytes(await sha256(spki), key.keyId)) return undefined
  return crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
}

/** RFC 9474 section 4.2. The bytes can be stored, and finished with after a restart. */
export async function blind(key: CryptoKey, prepared: Uint8Array): Promise<Blinding> {
  const { blindedMsg, inv } = await suite.blind(key, prepared)
  return { blinded: blindedMsg, inverse: inv }
}

/** RFC 9474 section 4.4: the signature without its blinding, or `undefined` if it is not valid for the key. */
export async function finalise(
  key: CryptoKey,
  prepared: Uint8Array<ArrayBuffer>,
  blindSignature: Uint8Array,
  inverse: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return await suite.finalize(key, prepared, blindSignature, inverse)
  } catch {
    // The library throws for a wrong length, an impossible number and a signature that does not verify: all mean the same here.
    return undefined
  }
}
