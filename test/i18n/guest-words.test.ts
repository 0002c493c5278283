// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { speakToGuest } from '../../src/i18n/guest-words.ts'
import { startI18n } from '../../src/i18n/start.ts'
import { languages, readWords } from '../content/locales.ts'

/** Every sentence in a file of words, by the way to it. */
function sentences(words: unknown, way: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[way.join('.'), words]]
  return Object.entries(words as object).flatMap(([key, inner]) => sentences(inner, [...way, key]))
}

test.each(languages)('what a guest reads in %s stands in for something that others read', (language) => {
  const instead = Object.entries(readWords(language, 'guest') as object)
  expect(instead.length).toBeGreaterThan(0)
  for (const [namespace, words] of instead) {
    const others = new Map(sentences(readWords(language, namespace)))
    for (const [key, said] of sentences(words)) {
      expect(others.get(key), `${namespace}:${key}`).toBeTypeOf('string')
      expect(said, `${namespace}:${key}`).not.toBe(others.get(key))
    }
  }
})

test('a guest reads that nothing stays, wherever others read that it does; the rest is the same', async () => {
  const words = await startI18n('nb')
  const others = await startI18n('nb')
  await speakToGuest(words)
  expect(words.t('assess:bar.saved')).toBe('Ligger her')
  expect(words.t('start.first.points.short.body')).toBe('Gjør det i én omgang: går du fra det, blir alt borte.')
  expect(words.t('start.first.points.short.title')).toBe(others.t('start.first.points.short.title'))
  expect(others.t('assess:bar.saved'), 'who is no guest').toBe('Lagret')
})

test('words that come later, and another language, are a guest’s too', async () => {
  const words = await startI18n('nb')
  await speakToGuest(words)
  await words.loadNamespaces('plan')
  expect(words.t('plan:saved')).toBe('Ligger her til du er ferdig')
  await words.changeLanguage('sv')
  expect(words.t('plan:saved')).toBe('Finns här tills du är klar')
  expect(words.t('assess:bar.pause')).toBe('Till start')
  expect((await startI18n('sv')).t('assess:bar.pause'), 'who is no guest').toBe('Ta paus')
})
