import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steps } from '../../src/domain/instrument/instrument.ts'
import { decodeBase64url, encodeBase64url } from '../../src/protocol/base64url.ts'
import {
  type Contribution,
  contribution,
  contributionBytes,
  encodeValue,
  isWithdrawal,
  padContribution,
} from '../../src/protocol/contribution.ts'
import { issueMessage } from '../../src/protocol/issue.ts'
import { problemKind } from '../../src/protocol/problem.ts'
import { tokenContext } from '../../src/protocol/token-context.ts'

const bytes = (length: number): string => encodeBase64url(new Uint8Array(length).fill(255))
const version = { tier: '-', values: '-'.repeat(13), r: bytes(32) }
const longest: Contribution = { v: 1, round: bytes(16), unit: 'u'.repeat(64), t: bytes(32), s: bytes(256), ...version, prev: version }

test('every value is one character of its own', () => {
  const values = steps.flatMap((step) => [false, true].map((below) => ({ step, below })))
  expect(values.map(encodeValue).join('')).toBe('0a1b2c3d4e')
  expect(encodeValue(undefined)).toBe('-')
})

test('the longest message still has the length of all others', () => {
  const { prev: _prev, ...short } = { ...longest, unit: 'u', values: '0' }
  for (const message of [longest, short]) {
    const body = padContribution(message)
    expect(new TextEncoder().encode(body).length).toBe(contributionBytes)
    expect(contribution.parse(JSON.parse(body))).toEqual(message)
  }
})

test.each([
  ['an unknown field', { ...longest, name: 'Kari' }],
  ['an unknown field in what is replaced', { ...longest, prev: { ...version, name: 'Kari' } }],
  ['another version', { ...longest, v: 2 }],
  ['a value that is none', { ...longest, values: '5' }],
  ['no values', { ...longest, values: '' }],
  ['too many values', { ...longest, values: '0'.repeat(14) }],
  ['a fifth tier', { ...longest, tier: '4' }],
  ['two tiers', { ...longest, tier: '01' }],
  ['a short t', { ...longest, t: bytes(31) }],
  ['padding', { ...longest, t: `${bytes(32).slice(0, -1)}=` }],
  ['bits that say nothing', { ...longest, t: `${bytes(32).slice(0, -1)}9` }],
])('a contribution with %s is refused', (_what, message) => {
  expect(contribution.safeParse(message).success).toBe(false)
})

test('only nothing at all is a withdrawal', () => {
  expect(isWithdrawal({ tier: '-', values: '---' })).toBe(true)
  expect(isWithdrawal({ tier: '0', values: '---' })).toBe(false)
  expect(isWithdrawal({ tier: '-', values: '-0-' })).toBe(false)
})

test('base64url agrees with Node for every length, and is strict', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      const text = Buffer.from(data).toString('base64url')
      expect(encodeBase64url(data)).toBe(text)
      expect(decodeBase64url(text)).toEqual(new Uint8Array(data))
    }),
  )
  for (const text of ['A', 'AB', 'AAB', 'AA==', 'A+', 'A/', 'Ø', 'A A', '\n']) expect(decodeBase64url(text)).toBeUndefined()
})

test('a token is bound to round, unit and key, byte for byte as the protocol writes it', () => {
  const hash = createHash('sha256').update('round\nunit').digest()
  const key = new Uint8Array(32).fill(9)
  expect(Buffer.from(tokenContext(hash, key))).toEqual(Buffer.concat([Buffer.from('peil/v1/contribution\0'), hash, key]))
})

test('an issue message says code and blinded message, and nothing about the person', () => {
  const message = { v: 1, round: bytes(16), unit: 'u', code: 'ABCD-EFGH-JKMN-PQRS-T', blinded: bytes(256) }
  expect(issueMessage.safeParse(message).success).toBe(true)
  expect(issueMessage.safeParse({ ...message, device: 'x' }).success).toBe(false)
})

test('only problems of our own decide anything', () => {
  const of = (type: string): unknown => ({ type, title: '', status: 410 })
  expect(problemKind(of('urn:peil:round-closed'))).toBe('round-closed')
  for (const body of [of('about:blank'), of('urn:peil:toString'), of('urn:peil:nonsense'), undefined, 'round-closed', { status: 410 }])
    expect(problemKind(body)).toBeUndefined()
})
