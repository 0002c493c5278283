import { describe, expect, test } from 'vitest'
import { haveSamePacks, namedAmong, packsNamed, versionNaming } from '../../src/domain/instrument/own-pack.ts'
import { ownPackDocument } from '../../src/protocol/own-pack.ts'
import { hashOf } from '../../src/server/registry/own-packs.ts'
import { keptPack, ownPack } from '../support/own-pack.ts'

test('a pack is read as it was written, its languages in their order', async () => {
  const { words, ...rest } = await ownPack()
  const turned = { ...rest, words: Object.fromEntries(Object.entries(words).toReversed()) }
  const read = ownPackDocument.parse(JSON.parse(JSON.stringify(turned)))
  expect(read).toEqual(turned)
  expect(Object.keys(read.words)).toEqual(['en', 'nb'])
})

describe('is not a pack', () => {
  const changed: readonly [string, (text: string) => string][] = [
    ['with an id in capitals', (text) => text.replaceAll('fjordvik-sett', 'Fjordvik')],
    ['with an id that is too short', (text) => text.replaceAll('fjordvik-sett', 'ab')],
    ['with a full stop in its id: it separates the hash', (text) => text.replace('"id":"fjordvik-sett"', '"id":"fjord.vik"')],
    ['with another version of the format', (text) => text.replace('"v":1', '"v":2')],
    ['with a version that is no year and number', (text) => text.replace('"2026.1"', '"1"')],
    ['for something that Peil does not ask', (text) => text.replace('"for":"barnehage"', '"for":"university"')],
    ['without a language', (text) => `${text.slice(0, text.indexOf(',"words"'))},"words":{}}`],
    ['with a field that nobody knows', (text) => text.replace('"peil"', '"by":"us","peil"')],
    ['with an item of four steps', (text) => text.replace('"I have not done this yet.",', '')],
  ]
  test.each(changed)('%s', async (_what, change) => {
    const text = JSON.stringify(await ownPack())
    expect(change(text)).not.toBe(text)
    expect(ownPackDocument.safeParse(JSON.parse(change(text))).success).toBe(false)
  })
})

test('the hash of a pack does not know the order of fields', async () => {
  const { pack, words, ...rest } = await ownPack()
  expect(hashOf({ words, pack, ...rest })).toBe(hashOf({ ...rest, pack, words }))
  expect(hashOf({ ...rest, pack, words: {} })).not.toBe(hashOf({ ...rest, pack, words }))
})

test('a version names its packs, and finds them among those that are kept', async () => {
  const [core, ai] = [await keptPack(), await keptPack('ai', 'fjordvik-ki')]
  const named = [core, ai].map(({ sha256, document }) => ({ id: document.pack.id, sha256 }))
  const version = versionNaming('2026.1', named)
  expect(version).toBe(`2026.1+fjordvik-sett.${core.sha256}+fjordvik-ki.${ai.sha256}`)
  expect(packsNamed(version)).toEqual(named)
  expect(namedAmong(version, [ai, core])).toEqual([core, ai])
  expect(namedAmong(version, [core])).toBeUndefined()
  expect([packsNamed('2026.1'), namedAmong('2026.1', [core])]).toEqual([[], []])
  expect(haveSamePacks(version, version.replace('2026.1', '2027.1'))).toBe(true)
  expect(haveSamePacks(version, '2026.1')).toBe(false)
})
