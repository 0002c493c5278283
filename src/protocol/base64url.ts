import * as z from 'zod/mini'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** By character code. */
const valueOf = new Int8Array(128).fill(-1)
for (const [value, character] of Array.from(alphabet).entries()) valueOf[character.charCodeAt(0)] = value

/** base64url without padding (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const length = Math.min(bytes.length - at, 3) + 1
    for (let each = 0; each < length; each += 1) text += alphabet.charAt((group >> (18 - 6 * each)) & 63)
  }
  return text
}

/** Strict: `undefined` for another alphabet, an impossible length, or unused bits that are not zero. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let each = 0; each < text.length; each += 1) {
    const value = valueOf[text.charCodeAt(each)] ?? -1
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at] = (bits >> held) & 255
      at += 1
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined
}

/** The base64url text of exactly `length` bytes. */
export function bytesText(length: number) {
  const characters = Math.ceil((length * 4) / 3)
  return z.string().check(
    z.length(characters),
    z.regex(/^[A-Za-z0-9_-]+$/),
    z.refine((text) => decodeBase64url(text)?.length === length),
  )
}
