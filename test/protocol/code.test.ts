import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSymbol, codeFromBits, formatCode, parseCode } from '../../src/protocol/code.ts'

const code = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(codeFromBits)

test('a printed code is read back, however it is typed', () => {
  fc.assert(
    fc.property(code, (data) => {
      const slip = formatCode(data)
      const ways = [slip, slip.toLowerCase(), slip.replaceAll('-', ''), slip.replaceAll('-', ' '), ` ${slip.replaceAll('-', '–')} `]
      for (const typed of ways) expect(parseCode(typed)).toEqual({ ok: true, value: data })
    }),
  )
})

test('O is read as 0, and I and L as 1', () => {
  const data = '0011223344556677'
  const typed = formatCode(data)
  expect(parseCode(typed.replace('0', 'O').replace('0', 'o').replace('1', 'I').replace('1', 'l'))).toEqual({ ok: true, value: data })
})

test('one wrong character is always found', () => {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(code, fc.nat(15), fc.nat(30), (data, at, shift) => {
      const wrong = symbols.charAt((symbols.indexOf(data.charAt(at)) + 1 + shift) % 32)
      const typed = data.slice(0, at) + wrong + data.slice(at + 1) + checkSymbol(data)
      expect(parseCode(typed)).toEqual({ ok: false, error: { kind: 'code-mistyped' } })
    }),
  )
})

test('two neighbours in the wrong order are always found', () => {
  fc.assert(
    fc.property(code, fc.nat(14), (data, at) => {
      fc.pre(data.charAt(at) !== data.charAt(at + 1))
      const typed = data.slice(0, at) + data.charAt(at + 1) + data.charAt(at) + data.slice(at + 2) + checkSymbol(data)
      expect(parseCode(typed)).toMatchObject({ ok: false })
    }),
  )
})

test.each([
  ['', { kind: 'code-incomplete', characters: 0 }],
  ['ABCD-EFGH', { kind: 'code-incomplete', characters: 8 }],
  ['ABCD-EFGH-JKMN-PQRS-T-V', { kind: 'code-incomplete', characters: 18 }],
  ['ABCU', { kind: 'code-has-wrong-character' }],
  ['ABC~', { kind: 'code-has-wrong-character' }],
  ['ABCÆ', { kind: 'code-has-wrong-character' }],
  ['ABCD-EFGH-JKMN-PQRS-?', { kind: 'code-has-wrong-character' }],
])('%j is refused with what is wrong', (typed, error) => {
  expect(parseCode(typed)).toEqual({ ok: false, error })
})

test('the check symbol is the value modulo 37', () => {
  expect([checkSymbol('0000000000000000'), checkSymbol('0000000000000014'), checkSymbol('0000000000000015')]).toEqual(['0', 'U', '0'])
})

test('a code holds all 80 bits', () => {
  expect(codeFromBits(new Uint8Array(10))).toBe('0'.repeat(16))
  expect(codeFromBits(new Uint8Array(10).fill(255))).toBe('Z'.repeat(16))
  const codes = new Set(Array.from({ length: 500 }, () => codeFromBits(randomBytes(10))))
  expect(codes.size).toBe(500)
})
