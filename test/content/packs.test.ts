import { describe, expect, test } from 'vitest'
import { corePacks, modulePacks } from '../../src/instruments/packs.ts'
import type { PackWords } from '../../src/domain/content/words.ts'
import { dimensionFile, packWords, stepFile } from '../../src/protocol/pack.ts'
import { type HouseRules, houseRules } from '../../src/domain/content/house-rules.ts'
import * as faults from '../../src/domain/content/item-faults.ts'
import { languages, readWords } from './locales.ts'

const packs = [...Object.values(corePacks), ...Object.values(modulePacks)]
const everyPack = languages.flatMap((language) => packs.map((pack) => ({ language, pack, name: pack.id })))

function rulesOf(language: string): HouseRules {
  const rules = houseRules[language]
  if (rules === undefined) throw new Error(`No house rules for ${language}`)
  return rules
}

function inEachItem(words: PackWords, check: (item: PackWords['items'][string]) => readonly string[]): readonly string[] {
  return faults.wordingsOf(words).flatMap(([id, item]) => check(item).map((fault) => `${id}: ${fault}`))
}

describe.each(everyPack)('the words of $name in $language', ({ language, pack }) => {
  const words = packWords.parse(readWords(language, pack.id))
  const rules = rulesOf(language)

  test('are there for exactly the items that are asked', () => {
    const asked = pack.parts.flatMap((part) => part.items.map(({ id }) => id))
    expect(Object.keys(words.items).toSorted()).toEqual(asked.toSorted())
  })

  test('describe five steps that a person can tell apart', () => {
    expect(inEachItem(words, faults.repetitions)).toEqual([])
    expect(inEachItem(words, faults.lookAlikes)).toEqual([])
  })

  test('start and end as sentences about oneself', () => {
    expect(inEachItem(words, (item) => faults.wrongOpenings(item, rules))).toEqual([])
    expect(inEachItem(words, faults.wrongEndings)).toEqual([])
  })

  test('name no brand, and no step rests on how often', () => {
    expect(inEachItem(words, (item) => faults.forbiddenWords(item, rules))).toEqual([])
  })

  test('are short', () => {
    expect(inEachItem(words, faults.tooLong)).toEqual([])
    expect(faults.tooManyLongOnes(words)).toEqual([])
  })

  test('are easy to read', () => {
    expect(faults.tooHardToRead(words, rules)).toEqual([])
  })

  test('explain every marked word, briefly, and no other', () => {
    expect(faults.termFaults(words)).toEqual([])
    expect(faults.longExplanations(words)).toEqual([])
  })
})

describe.each(languages)('in %s', (language) => {
  test('every area, module and step has its words', () => {
    expect(dimensionFile.safeParse(readWords(language, 'dimensions')).error?.issues).toBeUndefined()
    expect(stepFile.safeParse(readWords(language, 'steps')).error?.issues).toBeUndefined()
  })
})

test('no id is used twice', () => {
  const ids = packs.flatMap((pack) => pack.parts.flatMap((part) => part.items.map(({ id }) => id)))
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test('an item says where it belongs: pack, then area', () => {
  const strays = packs.flatMap(({ id, parts }) =>
    parts.flatMap(({ dimension, items }) =>
      items.filter((item) => !item.id.startsWith(dimension === id ? `${id}.` : `${id}.${dimension}.`)).map((item) => item.id),
    ),
  )
  expect(strays).toEqual([])
})
