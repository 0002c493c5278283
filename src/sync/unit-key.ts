import { decodeBase64url, encodeBase64url } from '../protocol/base64url.ts'
import type { RoundUnit } from '../protocol/round.ts'
import { tokenContext } from '../protocol/token-context.ts'
import type { TokenClient } from './token-client.ts'

const nothing = new Uint8Array()

/** Bytes of a text whose form was checked when it was read. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64url(text) ?? nothing
}

/** The unit's public key, or `undefined` if it is not one a token may be fetched with. */
export function openUnitKey(client: TokenClient, unit: RoundUnit): Promise<CryptoKey | undefined> {
  return client.openKey({ modulus: bytesOf(unit.n), exponent: bytesOf(unit.e), keyId: bytesOf(unit.keyId) })
}

/** The message a token signs for one round and unit: `t || ctx`. */
export async function preparedFor(
  client: TokenClient,
  place: { readonly round: string; readonly unit: string; readonly keyId: string; readonly t: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await client.sha256(new TextEncoder().encode(`${place.round}\n${place.unit}`))
  return client.prepare(bytesOf(place.t), tokenContext(hash, bytesOf(place.keyId)))
}

export const textOf = encodeBase64url
