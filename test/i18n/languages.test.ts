import { expect, test } from 'vitest'
import { chooseLanguage, languages, loadFirstWords, nameOfLanguage } from '../../src/i18n/languages.ts'

test('bokmål is the first of the languages', () => {
  expect(languages[0]).toBe('nb')
  expect(languages).toContain('en')
})

test.each([
  [['nb-NO', 'en'], 'nb'],
  [['no'], 'nb'],
  [['da-DK', 'en-GB'], 'nb'],
  [['en-GB', 'nb'], 'en'],
  [['pl-PL'], 'en'],
  [['pl-PL', 'nb'], 'nb'],
  [[], 'en'],
])('a browser that asks for %j gets %s', (wanted, expected) => {
  expect(chooseLanguage(wanted)).toBe(expected)
})

test('each language is listed by its own name', () => {
  expect(nameOfLanguage('nb')).toBe('Norsk bokmål')
  expect(nameOfLanguage('en')).toBe('English')
  expect(nameOfLanguage('nn')).toBe('Norsk nynorsk')
})

test('the words up to the first question leave out those of other pages', async () => {
  const words = Object.keys(await loadFirstWords('nb'))
  expect(words).toEqual(expect.arrayContaining(['app', 'assess', 'dimensions', 'steps']))
  for (const later of ['about', 'barnehage', 'my-data', 'privacy', 'result', 'skole', 'unit', 'owner']) expect(words).not.toContain(later)
})
