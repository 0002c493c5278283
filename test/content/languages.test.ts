import { expect, test } from 'vitest'
import { describeFault } from '../../src/domain/content/fault.ts'
import { houseRules } from '../../src/domain/content/house-rules.ts'
import { languageFaults } from '../../src/domain/content/language-faults.ts'
import { sentencesIn } from '../../src/domain/content/sentences.ts'
import { languages, namespacesOf, otherLanguages, readWords, reference } from './locales.ts'

const namespaces = namespacesOf(reference)
const everyFile = otherLanguages.flatMap((language) => namespaces.map((namespace) => ({ language, namespace })))

test.each(languages)('%s has a file for everything that is said', (language) => {
  expect(namespacesOf(language)).toEqual(namespaces)
})

test.each(languages)('%s has rules for its writing', (language) => {
  expect(houseRules).toHaveProperty(language)
})

test.each(everyFile)('$namespace in $language says everything and nothing more, to the last sentence', ({ language, namespace }) => {
  const [original, translated] = [reference, language].map((each) => sentencesIn(readWords(each, namespace)))
  const rules = houseRules[language]
  expect(original && translated && rules && languageFaults(original, translated, rules).map(describeFault)).toEqual([])
})
