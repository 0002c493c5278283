import { expect, it } from 'vitest'
import { inSentence } from '../../src/i18n/in-sentence.ts'

it.each([
  ['Barnehage', 'barnehage'],
  ['SFO', 'SFO'],
])('%s stands in a sentence as %s', (alone, within) => {
  expect(inSentence(alone, 'nb')).toBe(within)
})
