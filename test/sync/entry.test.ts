import { expect, test } from 'vitest'
import { encodeBase64url } from '../../src/protocol/base64url.ts'
import { groupTyped, parseEntry, parseFragment, parseScanned } from '../../src/sync/entry.ts'
import { parseSlip, slipLink } from '../../src/protocol/slip.ts'

const origin = 'https://peil.example'
const round = encodeBase64url(new Uint8Array(16).fill(3))
const keyId = encodeBase64url(new Uint8Array(32).fill(4))
const slip = { round, unit: 'solstrala', code: '0123456789ABCDEF', keyId }
const link = slipLink(origin, slip)

test("a slip's link holds everything secret behind #", () => {
  expect(link.split('#')[0]).toBe(`${origin}/r`)
  expect(parseSlip(link)).toEqual({ ok: true, value: slip })
})

test.each([
  ['the whole link', link],
  ['a link with space round it', `  ${link}\n`],
  ['a link without its scheme', link.replace('https://', '')],
  ['the fragment alone', link.slice(link.indexOf('#'))],
])('%s is read as the slip', (_what, typed) => {
  expect(parseEntry(typed, origin)).toEqual({ ok: true, value: { kind: 'slip', slip } })
})

test("a round's link is read as the round", () => {
  expect(parseEntry(`${origin}/r#1.${round}`, origin)).toEqual({ ok: true, value: { kind: 'round', round } })
  expect(parseFragment(`1.${round}`)).toEqual({ ok: true, value: { kind: 'round', round } })
})

test('a code alone is read as a code', () => {
  const typed = link.split('.').at(-2) ?? ''
  expect(parseEntry(typed, origin)).toEqual({ ok: true, value: { kind: 'code', code: slip.code } })
})

test("another server's slip is refused by name: its code means nothing here", () => {
  expect(parseEntry(link, 'https://other.example')).toEqual({ ok: false, error: { kind: 'other-address', address: origin } })
})

test.each([
  ['a newer slip', link.replace('#1.', '#2.'), 'slip-too-new'],
  ['a slip with too much', `${link}.more`, 'not-a-slip'],
  ['a slip cut short', link.slice(0, -1), 'not-a-slip'],
  ['a slip with a wrong check character', link.replace(/-([^-.]+)\.([^.]+)$/, '-!.$2'), 'not-a-slip'],
  ['a round id cut short', `${origin}/r#1.${round.slice(1)}`, 'not-a-slip'],
  ['another link', `${origin}/r#privacy`, 'not-a-slip'],
])('%s is refused', (_what, typed, kind) => {
  expect(parseEntry(typed, origin)).toEqual({ ok: false, error: { kind } })
})

test('a QR code with the whole link is read as the slip, or as the round', () => {
  expect(parseScanned(link, origin)).toEqual({ ok: true, value: { kind: 'slip', slip } })
  expect(parseScanned(`${origin}/r#1.${round}`, origin)).toEqual({ ok: true, value: { kind: 'round', round } })
})

test.each([
  ["another server's slip", link.replace(origin, 'https://other.example'), { kind: 'other-address', address: 'https://other.example' }],
  ['the same host without TLS', link.replace('https', 'http'), { kind: 'other-address', address: 'http://peil.example' }],
  ['a slip of a newer Peil', link.replace('#1.', '#2.'), { kind: 'slip-too-new' }],
  ['a slip that was changed', link.replace('0123', '1123'), { kind: 'not-a-slip' }],
  ['another page of Peil', `${origin}/om#1.${round}`, { kind: 'not-a-slip' }],
  ['a part of another page that looks like a version', 'https://other.example/r#2', { kind: 'not-a-slip' }],
  ['an address with a user in it', link.replace('https://', 'https://peil.example/@'), { kind: 'not-a-slip' }],
  ['a code without its round', link.split('.').at(-2) ?? '', { kind: 'not-a-slip' }],
  ['a poster', 'https://kommune.example/barnehage', { kind: 'not-a-slip' }],
  ['nothing', '', { kind: 'not-a-slip' }],
])('a QR code with %s is no slip of this app', (_what, text, error) => {
  expect(parseScanned(text, origin)).toEqual({ ok: false, error })
})

test('typing is grouped as on the slip, and a link is left alone', () => {
  expect(groupTyped('abcde')).toBe('ABCD-E')
  expect(groupTyped('ABCD-EFGH-J')).toBe('ABCD-EFGH-J')
  expect(groupTyped('https://peil.example/r#1.abc')).toBe('https://peil.example/r#1.abc')
  expect(groupTyped('abcdefghjkmnpqrst')).toBe('ABCD-EFGH-JKMN-PQRS-T')
})
