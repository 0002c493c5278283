import {
  type KeyObject,
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'
import { promisify } from 'node:util'

/** A unit's key pair for one round. `n` and `e` as in a JWK, `keyId` SHA-256 of the SPKI DER, all base64url. */
export type UnitKey = { readonly n: string; readonly e: string; readonly keyId: string; readonly privateKey: Uint8Array }

const padding = constants.RSA_NO_PADDING

export async function makeUnitKey(): Promise<UnitKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048, publicExponent: 65537 })
  const { n = '', e = '' } = pair.publicKey.export({ format: 'jwk' })
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
  const keyId = createHash('sha256').update(spki).digest('base64url')
  return { n, e, keyId, privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

/** Makes keys for many units a few at a time: each takes a good part of a second of one core. */
export async function makeUnitKeys(howMany: number, atOnce = 4): Promise<readonly UnitKey[]> {
  const keys: UnitKey[] = []
  while (keys.length < howMany) {
    const some = Array.from({ length: Math.min(atOnce, howMany - keys.length) }, makeUnitKey)
    keys.push(...(await Promise.all(some)))
  }
  return keys
}

/** RFC 9474 section 4.3, step 2: a message representative is smaller than the modulus. */
export function fitsModulus(blinded: Uint8Array, n: string): boolean {
  return Buffer.compare(blinded, Buffer.from(n, 'base64url')) < 0
}

/**
 * RFC 9474 BlindSign: raw RSA, checked against the public key before it leaves, so that a computing fault cannot give the key away.
 * @param privateKey PKCS #8 DER
 * @param blinded 256 bytes, smaller than the modulus
 */
export function signBlinded(privateKey: Uint8Array, blinded: Uint8Array): Buffer {
  const key: KeyObject = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  const signature = privateDecrypt({ key, padding }, blinded)
  const check = publicEncrypt({ key: createPublicKey(key), padding }, signature)
  if (Buffer.compare(check, blinded) !== 0) throw new Error('a signature does not verify against its own public key')
  return signature
}
