import { describe, expect, test } from 'vitest'
import { houseRules } from '../../src/domain/content/house-rules.ts'
import { differentPlaces, leftovers, missingKeys, untranslated } from '../../src/domain/content/language-faults.ts'
import { languages, namespacesOf, otherLanguages, readWords, reference, sentences } from './locales.ts'

const namespaces = namespacesOf(reference)
const everyFile = otherLanguages.flatMap((language) => namespaces.map((namespace) => ({ language, namespace })))

test.each(languages)('%s has a file for everything that is said', (language) => {
  expect(namespacesOf(language)).toEqual(namespaces)
})

test.each(languages)('%s has rules for its writing', (language) => {
  expect(houseRules).toHaveProperty(language)
})

describe.each(everyFile)('$namespace in $language', ({ language, namespace }) => {
  const original = sentences(readWords(reference, namespace))
  const translated = sentences(readWords(language, namespace))

  test('says everything, and nothing more', () => {
    expect(missingKeys(original, translated)).toEqual([])
    expect(missingKeys(translated, original)).toEqual([])
  })

  test('leaves the same places for names and numbers', () => {
    expect(differentPlaces(original, translated)).toEqual([])
  })

  test('is translated to the last sentence', () => {
    const rules = houseRules[language]
    expect(untranslated(original, translated)).toEqual([])
    expect(rules && leftovers(translated, rules)).toEqual([])
  })
})
