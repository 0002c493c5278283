import { type Result, fail, ok } from '../domain/result.ts'

/** The 37 symbols of Crockford's base32 with its check symbols; the first 32 carry data. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'
const length = 16

export type CodeRefusal =
  | { readonly kind: 'code-incomplete'; readonly characters: number }
  | { readonly kind: 'code-has-wrong-character' }
  | { readonly kind: 'code-mistyped' }

/** The check symbol of 16 data symbols: their value as a base-32 number, modulo 37. */
export function checkSymbol(code: string): string {
  let remainder = 0
  for (const symbol of code) remainder = (remainder * 32 + symbols.indexOf(symbol)) % 37
  return symbols.charAt(remainder)
}

/**
 * The 16 data symbols of a code as it was typed (17 characters with the check symbol).
 * Case, spaces, dashes and the look-alikes O/0 and I, L/1 are forgiven; a wrong check symbol is not.
 */
export function parseCode(typed: string): Result<string, CodeRefusal> {
  const text = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const code = text.slice(0, length)
  for (const symbol of code) {
    const value = symbols.indexOf(symbol)
    if (value < 0 || value >= 32) return fail({ kind: 'code-has-wrong-character' })
  }
  const check = text.slice(length)
  if (check !== '' && !symbols.includes(check.charAt(0))) return fail({ kind: 'code-has-wrong-character' })
  if (text.length !== length + 1) return fail({ kind: 'code-incomplete', characters: text.length })
  return check === checkSymbol(code) ? ok(code) : fail({ kind: 'code-mistyped' })
}

/** As printed on the slip: `ABCD-EFGH-JKMN-PQRS-T`. */
export function formatCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12, 16), checkSymbol(code)].join('-')
}

/** The 16 data symbols of 80 random bits. */
export function codeFromBits(bits: Uint8Array): string {
  let code = ''
  let buffer = 0
  let held = 0
  for (const byte of bits.subarray(0, 10)) {
    buffer = (buffer << 8) | byte
    held += 8
    while (held >= 5) {
      held -= 5
      code += symbols.charAt((buffer >> held) & 31)
    }
    buffer &= (1 << held) - 1
  }
  return code
}
