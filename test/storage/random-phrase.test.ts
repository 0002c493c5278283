import { describe, expect, it, test } from 'vitest'
import { randomPhrase } from '../../src/storage/random-phrase.ts'
import { languages, readWords } from '../content/locales.ts'

describe.each(languages)('the words of %s', (language) => {
  const { words } = readWords(language, 'backup') as { readonly words: string }
  const all = words.split(' ')

  it('are 256 different ones, short and plain, so that six of them have 48 bits', () => {
    expect(new Set(all).size).toBe(256)
    expect(all).toHaveLength(256)
    expect(all.filter((word) => !/^\p{Ll}{3,8}$/u.test(word) || word !== word.normalize('NFC'))).toEqual([])
  })

  it('make a phrase that is never too short', () => {
    for (let at = 0; at < 200; at += 1) {
      const phrase = randomPhrase(all).split(' ')
      expect(phrase).toHaveLength(6)
      expect(phrase.filter((word) => !all.includes(word))).toEqual([])
      expect(phrase.join(' ').length).toBeGreaterThanOrEqual(12)
    }
  })
})

test('every word can come, and no phrase comes twice', () => {
  const from = Array.from({ length: 256 }, (_, at) => `w${String(at)}`)
  const phrases = Array.from({ length: 1000 }, () => randomPhrase(from))
  expect(new Set(phrases).size).toBe(1000)
  expect(new Set(phrases.flatMap((phrase) => phrase.split(' '))).size).toBe(256)
})
