import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type BackupFile, headerText } from '../../src/protocol/backup.ts'
import { backupText, readBackupText } from '../../src/protocol/backup-text.ts'

const file: BackupFile = {
  ...{ peil: 'backup', v: 1 },
  key: { derivation: 'PBKDF2-SHA-256', rounds: 600_000, salt: 'A'.repeat(22) },
  cipher: { name: 'AES-256-GCM', nonce: 'A'.repeat(16) },
  contents: 'A'.repeat(40),
}
const text = backupText(file)
const kindOf = (written: string) => {
  const read = readBackupText(written)
  return read.ok ? 'read' : read.error.kind
}
const withPart = (part: object) => kindOf(JSON.stringify({ ...file, ...part }))

test('what is written is read, and the lock vouches for all of it but the contents', () => {
  expect(readBackupText(text)).toEqual({ ok: true, value: file })
  expect(JSON.parse(headerText(file))).toEqual({ ...file, contents: undefined })
})

test('a file cut short anywhere is said to be cut short, once its beginning shows what it was', () => {
  const beginning = '{\n  "peil": "backup"'.length
  const complete = text.trimEnd().length
  for (let length = beginning; length < complete; length += 1) expect(kindOf(text.slice(0, length)), String(length)).toBe('cut-short')
  expect(kindOf(text.slice(0, complete))).toBe('read')
})

describe('a file is refused', () => {
  it.each([
    ['nothing', 'empty', ''],
    ['white space', 'empty', ' \n\t '],
    ['a table', 'foreign', 'dimension;steg\r\n1;2'],
    ['a photo', 'foreign', '\uFFFD\uFFFD\uFFFD\u0000JFIF'],
    ['another document', 'foreign', '{"name":"something"}'],
    ['a list', 'foreign', '[]'],
    ['null', 'foreign', 'null'],
    ['a list in a list, a million deep', 'foreign', '['.repeat(1_000_000)],
    ['a result', 'other-peil', '{"peil":"result","v":1,"dimensions":[]}'],
    ['a profile', 'other-peil', '{"peil":"profile","v":1}'],
    ['own questions', 'other-peil', '{"peil":"pack","v":2}'],
    ['the next version', 'newer', '{"peil":"backup","v":2,"anything":true}'],
    ['no version', 'damaged', '{"peil":"backup"}'],
    ['version 0', 'damaged', '{"peil":"backup","v":0}'],
    ['half a version', 'damaged', '{"peil":"backup","v":1.5}'],
  ])('that is %s, as %s', (_name, kind, written) => {
    expect(kindOf(written)).toBe(kind)
  })

  it.each([
    { key: { ...file.key, rounds: 599_999 } },
    { key: { ...file.key, rounds: 5_000_001 } },
    { key: { ...file.key, rounds: 1e9 } },
    { key: { ...file.key, rounds: '600000' } },
    { key: { ...file.key, rounds: 600_000.5 } },
    { key: { ...file.key, derivation: 'PBKDF2-SHA-1' } },
    { key: { ...file.key, salt: 'A'.repeat(21) } },
    { key: { ...file.key, salt: '' } },
    { cipher: { ...file.cipher, name: 'AES-256-CBC' } },
    { cipher: { ...file.cipher, nonce: 'A'.repeat(8) } },
    { contents: 'A'.repeat(20) },
    { contents: `${file.contents}=` },
    { contents: `${file.contents}+/` },
    { contents: 7 },
    { more: true },
  ])('as damaged with %j', (part) => {
    expect(withPart(part)).toBe('damaged')
  })

  it('or read, but never falls over, whatever is in it', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), fc.nat(4), (at, put, drop) => {
        const altered = text.slice(0, at) + put + text.slice(at + drop)
        expect(['read', 'damaged', 'cut-short', 'foreign', 'other-peil', 'newer']).toContain(kindOf(altered))
      }),
      { numRuns: 2000 },
    )
    fc.assert(fc.property(fc.json(), (json) => ['foreign', 'other-peil'].includes(kindOf(json))))
  })
})
