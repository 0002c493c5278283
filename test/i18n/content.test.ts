// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { tiers } from '../../src/domain/instrument/instrument.ts'
import { itemsOf } from '../../src/domain/instrument/instrument.ts'
import { contentIn } from '../../src/i18n/content.ts'
import { languages } from '../../src/i18n/languages.ts'
import { startI18n } from '../../src/i18n/start.ts'
import { parseTerms } from '../../src/i18n/terms.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'

const instrument = instrumentFor('barnehage')
const items = instrument === undefined ? [] : itemsOf(instrument)

test.each(languages)('every question can be read in %s by everyone who is asked it', async (language) => {
  const content = contentIn(await startI18n(language))
  expect(items).toHaveLength(25)
  for (const { id } of items) {
    for (const tier of tiers) {
      const words = content.item(id, tier)
      expect(words.stem, id).not.toBe(id)
      expect(words.anchors, id).toHaveLength(5)
      const terms = [words.stem, words.example, ...words.anchors].flatMap((sentence) => parseTerms(sentence))
      for (const piece of terms) if (typeof piece !== 'string') expect(content.term(id, piece.term).explanation, piece.term).not.toBe('')
    }
  }
})

test.each(languages)('every area and step has a name in %s', async (language) => {
  const content = contentIn(await startI18n(language))
  for (const { dimension } of instrument?.parts ?? []) expect(content.dimension('barnehage', dimension).name).not.toBe(dimension)
  for (const step of [0, 1, 2, 3, 4]) {
    expect(content.stepName(step)).not.toBe(String(step))
    expect(content.stepShort(step)).not.toBe(String(step))
  }
})
