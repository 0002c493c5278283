import { expect, test } from 'vitest'
import { chooseLanguage, languages, loadStaffWords, nameOfLanguage } from '../../src/i18n/languages.ts'

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
})

test('the words for staff leave out what only leaders and owners read', async () => {
  const words = Object.keys(await loadStaffWords('nb'))
  expect(words).toEqual(expect.arrayContaining(['app', 'barnehage', 'dimensions', 'privacy', 'steps']))
  expect(words).not.toContain('unit')
  expect(words).not.toContain('owner')
})
