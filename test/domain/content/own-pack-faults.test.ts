import { describe, expect, test } from 'vitest'
import { languageReadings, ownPackFaults } from '../../../src/domain/content/own-pack-faults.ts'
import type { OwnPackDocument } from '../../../src/domain/instrument/own-pack.ts'
import { modules, sectors } from '../../../src/domain/instrument/instrument.ts'
import { ownPack } from '../../support/own-pack.ts'

const keysOf = (document: OwnPackDocument): readonly string[] => ownPackFaults(document).map(({ key }) => key)

test.each([...sectors, ...modules])('the template for %s has no faults', async (place) => {
  expect(ownPackFaults(await ownPack(place))).toEqual([])
})

describe('a pack is refused', () => {
  const withPack = async (change: (pack: OwnPackDocument['pack']) => Partial<OwnPackDocument['pack']>, place?: 'ai') => {
    const document = await ownPack(place)
    return { ...document, pack: { ...document.pack, ...change(document.pack) } }
  }

  test("with one of Peil's own ids", async () => {
    expect(keysOf(await ownPack('barnehage', 'skole'))).toEqual(['pack/id'])
  })

  test('with a dimension missing, one too many, or in another order', async () => {
    for (const change of [
      await withPack(({ parts }) => ({ parts: parts.slice(1) })),
      await withPack(({ parts }) => ({ parts: parts.toReversed() })),
      await withPack(({ parts }) => ({ parts: [...parts, ...parts] }), 'ai'),
    ])
      expect(keysOf(change)).toContain('pack/parts')
  })

  test('with one item in an area, and with nine in a module', async () => {
    const one = await withPack(({ parts }) => ({ parts: parts.map((part) => ({ ...part, items: part.items.slice(1) })) }))
    expect(keysOf(one)).toContain('pack/parts/6/items')
    const nine = Array.from({ length: 9 }, (_, at) => ({ id: `fjordvik-sett.ai.${at}`, version: 1 }))
    expect(keysOf(await withPack(() => ({ parts: [{ dimension: 'ai', items: nine }] }), 'ai'))).toContain('pack/parts/0/items')
  })

  test('with an id of another pack, an id twice, and a story about no item', async () => {
    const vignettes = [{ id: 'barnehage.story', item: 'barnehage.1.creating', step: 1 } as const]
    expect(ownPackFaults(await withPack(() => ({ vignettes })))).toContainEqual({
      key: 'barnehage.story',
      reason: 'an id must begin with fjordvik-sett.',
    })
    expect(ownPackFaults(await withPack(() => ({ vignettes })))).toContainEqual({
      key: 'barnehage.story',
      reason: 'no item of the pack is called barnehage.1.creating',
    })
    const twice = await withPack(({ parts }) => ({
      parts: parts.map((part, at) => (at === 1 ? { ...part, items: parts[0]?.items ?? [] } : part)),
    }))
    expect(ownPackFaults(twice)).toContainEqual({ key: 'fjordvik-sett.1.question-1', reason: 'an id stands here twice' })
  })

  test('with stories in a module, or knowledge questions in a core: nobody would be shown them', async () => {
    expect(keysOf(await withPack(() => ({ vignettes: [] }), 'ai'))).toContain('pack/vignettes')
    const check = [0, 1, 2, 0, 1].map((right, at) => ({ id: `fjordvik-sett.check.${at}`, right }))
    expect(keysOf(await withPack(() => ({ check })))).toContain('pack/check')
    expect(keysOf(await withPack(() => ({ check }), 'ai'))).not.toContain('pack/check')
    expect(keysOf(await withPack(() => ({ check: check.slice(1) }), 'ai'))).toContain('pack/check')
  })
})

describe('words', () => {
  test('are judged by the same rules as those of Peil, and the language is named', async () => {
    const document = JSON.parse(
      JSON.stringify(await ownPack()).replace(
        'Jeg prøver når en kollega hjelper meg.',
        'Vi prøver alltid på Teams når en kollega hjelper oss.',
      ),
    ) as OwnPackDocument
    const faults = ownPackFaults(document)
    expect(new Set(faults.map(({ language, key }) => `${language ?? ''} ${key}`))).toEqual(
      new Set(['nb items/fjordvik-sett.1.question-1/anchors/1']),
    )
    expect(faults.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^a described step does not start/),
      expect.stringMatching(/^a step may not rest on how often/),
      expect.stringMatching(/brand/),
    ])
  })

  test('an item without words is a fault in each language that lacks it', async () => {
    const { pack, words, ...rest } = await ownPack()
    const [part, ...others] = pack.parts
    const items = [...(part?.items ?? []), { id: 'fjordvik-sett.1.new', version: 1 }]
    const faults = ownPackFaults({ ...rest, words, pack: { ...pack, parts: [{ dimension: '1', items }, ...others] } })
    expect(faults.map(({ language, key }) => [language, key])).toEqual([
      ['nb', 'items/fjordvik-sett.1.new'],
      ['en', 'items/fjordvik-sett.1.new'],
    ])
  })

  test('in a language without rules are checked for shape only, and that is said', async () => {
    const { words, ...rest } = await ownPack()
    const document = { ...rest, words: { ...words, fi: words['en'] ?? { items: {}, terms: {} } } }
    expect(ownPackFaults(document)).toEqual([])
    expect(languageReadings(document).map(({ language, items, checked }) => [language, items, checked])).toEqual([
      ['nb', 14, 'words'],
      ['en', 14, 'words'],
      ['fi', 14, 'shape'],
    ])
    const empty = { ...rest, words: { fi: { items: {}, terms: {} } } }
    expect(ownPackFaults(empty)).toHaveLength(14)
    expect(languageReadings(empty)).toEqual([{ language: 'fi', lix: 0, items: 0, checked: 'shape' }])
  })
})
