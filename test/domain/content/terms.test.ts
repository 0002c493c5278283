import { expect, test } from 'vitest'
import { parseTerms, withoutTerms } from '../../../src/domain/content/terms.ts'

test('a marked word becomes a term and the rest stays as it is', () => {
  expect(parseTerms('Jeg sjekker [samtykket](consent), og bruker bare iPaden.')).toEqual([
    'Jeg sjekker ',
    { text: 'samtykket', term: 'consent' },
    ', og bruker bare iPaden.',
  ])
})

test('several terms, one first and one last, keep their order', () => {
  expect(parseTerms('[Kilder](source) og [opphavsrett](copy-right)')).toEqual([
    { text: 'Kilder', term: 'source' },
    ' og ',
    { text: 'opphavsrett', term: 'copy-right' },
  ])
})

test('a sentence without marks, or with stray brackets, is one piece', () => {
  expect(parseTerms('Jeg spør barnet [også] (av og til).')).toEqual(['Jeg spør barnet [også] (av og til).'])
  expect(parseTerms('')).toEqual([])
})

test('without marks the words can be printed', () => {
  expect(withoutTerms('Jeg sjekker [samtykket](consent) først.')).toBe('Jeg sjekker samtykket først.')
})
