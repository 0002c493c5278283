import { describe, expect, test } from 'vitest'
import { packWords } from '../../src/protocol/pack.ts'
import type { PackWords } from '../../src/domain/content/words.ts'
import { type HouseRules } from '../../src/domain/content/house-rules.ts'
import * as faults from '../../src/domain/content/item-faults.ts'
import { differentPlaces, leftovers, missingKeys, untranslated } from '../../src/domain/content/language-faults.ts'
import { lix } from '../../src/domain/content/reading.ts'

const rules: HouseRules = { opening: 'I ', maximumLix: 35, howOften: ['now and then'], strangeMarks: ['!'], leftovers: ['ikke'] }
const anchors = ['I sit.', 'I crawl slowly.', 'I walk alone.', 'I run far.', 'I dance together.']
const item = { stem: 'You hear [music](music)', anchors, example: 'Nora hears a drum.' }
const explained = { music: { word: 'Music', explanation: 'Sound to dance to.' } }

function packOf(changed: Partial<PackWords['items'][string]>, terms: PackWords['terms'] = explained): PackWords {
  return { items: { 'toy.1.moving': { ...item, ...changed } }, terms }
}
function withTop(anchor: string): PackWords['items'][string] {
  return { ...item, anchors: [...anchors.slice(0, 4), anchor] }
}

describe('the content check', () => {
  test('lets good content pass', () => {
    const pack = packOf({})
    expect(packWords.safeParse(pack).success).toBe(true)
    const inItem = [faults.repetitions, faults.lookAlikes, faults.tooLong, faults.wrongEndings].flatMap((check) => check(item))
    expect([...inItem, ...faults.wrongOpenings(item, rules), ...faults.forbiddenWords(item, rules)]).toEqual([])
    const inPack = [faults.termFaults, faults.longExplanations, faults.tooManyLongOnes].flatMap((check) => check(pack))
    expect([...inPack, ...faults.tooHardToRead(pack, rules)]).toEqual([])
  })

  test.each([
    ['a missing step', { ...item, anchors: anchors.slice(1) }],
    ['an empty step', withTop('')],
    ['a missing example', { stem: item.stem, anchors }],
    ['a space at the end', { ...item, stem: 'You hear ' }],
    ['something nobody knows', { ...item, colour: 'red' }],
  ])('finds %s', (_what, broken) => {
    expect(packWords.safeParse({ items: { 'toy.1.moving': broken }, terms: {} }).success).toBe(false)
  })

  test('finds a step that is said twice, and neighbours that can hardly be told apart', () => {
    expect(faults.repetitions(withTop('I sit.'))).toEqual(['said twice: I sit.'])
    expect(faults.lookAlikes(withTop('I run far today.'))).toEqual(['too alike: I run far. / I run far today.'])
  })

  test('finds a step that does not speak of oneself, or has no end', () => {
    expect(faults.wrongOpenings(withTop('We dance.'), rules)).toHaveLength(1)
    expect(faults.wrongEndings(withTop('I dance'))).toHaveLength(1)
    expect(faults.wrongEndings({ ...item, stem: 'You hear music.' })).toHaveLength(1)
  })

  test('finds brands, how often, and marks that do not belong', () => {
    expect(faults.forbiddenWords(withTop('I dance to my iPad.'), rules)).toEqual(['«ipad» is a brand: I dance to my iPad.'])
    expect(faults.forbiddenWords(withTop('I dance now and then.'), rules)).toHaveLength(1)
    expect(faults.forbiddenWords(withTop('I dance!'), rules)).toEqual(['has !: I dance!'])
  })

  test('finds long steps', () => {
    const long = `I ${'really '.repeat(18)}dance.`
    expect(faults.tooLong(withTop(long))).toHaveLength(1)
    expect(faults.tooManyLongOnes(packOf({ anchors: [long, long, ...anchors.slice(2)] }))).toHaveLength(1)
  })

  test('finds terms without an explanation, explanations without a place, and a term marked twice', () => {
    expect(faults.termFaults(packOf({}, {}))).toEqual(['marked, but not explained: music'])
    expect(faults.termFaults(packOf({ stem: 'You hear something' }))).toEqual(['explained, but not marked anywhere: music'])
    expect(faults.termFaults(packOf({ example: 'More [music](music).' }))).toEqual(['marked twice in one item: music'])
    expect(faults.longExplanations(packOf({}, { music: { word: 'Music', explanation: 'One. Two. Three.' } }))).toHaveLength(1)
  })

  test('reads the wording of a single tier too', () => {
    const pack = packOf({ tiers: { leader: { anchors: withTop('I sit.').anchors } } })
    const found = faults.wordingsOf(pack).flatMap(([id, wording]) => faults.repetitions(wording).map((fault) => `${id}: ${fault}`))
    expect(found).toEqual(['toy.1.moving (leader): said twice: I sit.'])
  })

  test('finds hard reading', () => {
    expect(faults.tooHardToRead(packOf({ example: 'Organisational considerations '.repeat(30) }), rules)).toEqual([
      expect.stringMatching(/^LIX is \d+\.\d, and may be 35$/),
    ])
  })
})

test('LIX is words per sentence and the percentage of long words, with the marks of terms taken away', () => {
  expect(lix(['I hear [lovely](long-music-term) music. It is nice.'])).toBeCloseTo(7 / 2)
  expect(lix(['Beautiful music', 'Nice'])).toBeCloseTo(3 / 2 + 100 / 3)
})

describe('the language check', () => {
  const original = new Map([
    ['greeting', 'Hei, {{name}}, dette er hit'],
    ['short', 'Peil'],
  ])

  test('finds keys that are missing', () => {
    expect(missingKeys(original, new Map([['short', 'Peil']]))).toEqual(['greeting'])
  })

  test('finds names and numbers that have lost their place', () => {
    expect(differentPlaces(original, new Map([['greeting', 'Hello, {{nam}}']]))).toEqual(['greeting: {{name}} became {{nam}}'])
    expect(differentPlaces(new Map([['link', '<0>Les</0>']]), new Map([['link', 'Read']]))).toHaveLength(1)
  })

  test('finds sentences that were not translated', () => {
    expect(untranslated(original, original)).toEqual(['greeting'])
    expect(leftovers(new Map([['a', 'Do ikke run']]), rules)).toEqual(['a: «ikke»'])
  })
})
