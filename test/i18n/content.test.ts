// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { parseTerms } from '../../src/domain/content/terms.ts'
import { readItem } from '../../src/domain/content/wordings.ts'
import type { ItemWords, PackWords } from '../../src/domain/content/words.ts'
import { itemsOf, modulesFor, sectors, tiers } from '../../src/domain/instrument/instrument.ts'
import { contentIn, namespacesFor } from '../../src/i18n/content.ts'
import { languages } from '../../src/i18n/languages.ts'
import { startI18n } from '../../src/i18n/start.ts'
import { corePacks, instrumentFor, modulePacks } from '../../src/instruments/packs.ts'

const everywhere = languages.flatMap((language) => sectors.map((sector) => ({ language, sector })))

test.each(everywhere)('every question for $sector can be read in $language by everyone who is asked it', async ({ language, sector }) => {
  const words = await startI18n(language)
  const content = contentIn(words)
  for (const tier of tiers) {
    const items = itemsOf(instrumentFor({ sector, modules: modulesFor(tier) }))
    await words.loadNamespaces([...namespacesFor(items)])
    for (const { id } of items) {
      const { stem, anchors, example } = content.item(id, { tier, sector })
      expect(stem, id).not.toBe(id)
      expect(anchors, id).toHaveLength(5)
      const terms = [stem, example, ...anchors].flatMap((sentence) => parseTerms(sentence))
      for (const piece of terms) if (typeof piece !== 'string') expect(content.term(id, piece.term).explanation, piece.term).not.toBe('')
    }
  }
})

test.each(everywhere)('the stories for $sector and the knowledge questions have words in $language', async ({ language, sector }) => {
  const words = await startI18n(language)
  const content = contentIn(words)
  const stories = corePacks[sector].vignettes ?? []
  const questions = Object.values(modulePacks).flatMap(({ check }) => check ?? [])
  await words.loadNamespaces([...namespacesFor([...stories, ...questions])])
  expect(stories).toHaveLength(2)
  expect(questions).toHaveLength(15)
  for (const { id } of stories) expect(content.vignette(id).question, id).not.toBe('')
  for (const { id, right } of questions) expect(content.check(id).options[right], id).toBeTruthy()
})

test.each(everywhere)('every area and step of $sector has a name in $language', async ({ language, sector }) => {
  const content = contentIn(await startI18n(language))
  for (const { dimension } of corePacks[sector].parts) expect(content.dimension(sector, dimension).name).not.toBe(dimension)
  for (const step of [0, 1, 2, 3, 4]) {
    expect(content.stepName(step)).not.toBe(String(step))
    expect(content.stepShort(step)).not.toBe(String(step))
  }
})

test('who owns reads what who leads reads; others read what their sector reads', async () => {
  const words = await startI18n('nb')
  words.addResourceBundle('nb', 'toy', {
    items: {
      'toy.a': {
        stem: 'alle',
        anchors: ['0', '1', '2', '3', '4'],
        example: 'vanlig',
        tiers: { leader: { stem: 'ledere' } },
        sectors: { skole: { stem: 'elever', example: 'i klassen' } },
      },
    },
  })
  const content = contentIn(words)
  expect(content.item('toy.a', { tier: 'practice', sector: 'sfo' })).toMatchObject({ stem: 'alle', example: 'vanlig' })
  expect(content.item('toy.a', { tier: 'practice', sector: 'skole' })).toMatchObject({ stem: 'elever', example: 'i klassen' })
  expect(content.item('toy.a', { tier: 'owner', sector: 'skole' })).toMatchObject({ stem: 'ledere', example: 'i klassen' })
})

test.each(everywhere)('the content check reads what a person in $sector reads in $language', async ({ language, sector }) => {
  const words = await startI18n(language)
  const content = contentIn(words)
  for (const tier of tiers) {
    for (const { id } of itemsOf(instrumentFor({ sector, modules: modulesFor(tier) }))) {
      await words.loadNamespaces([...namespacesFor([{ id }])])
      const { items } = words.getResourceBundle(language, namespacesFor([{ id }])[0] ?? '') as PackWords
      const { stem, anchors, example } = readItem(id, items[id] as ItemWords, { tier, sector })
      const read = { stem: stem.text, anchors: anchors.map(({ text }) => text), example: example.text }
      expect(content.item(id, { tier, sector })).toMatchObject(read)
    }
  }
})
