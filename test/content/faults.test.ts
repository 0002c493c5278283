import { describe, expect, test } from 'vitest'
import { cardFaults } from '../../src/domain/content/card-faults.ts'
import { type Fault, type FaultKind, describeFault } from '../../src/domain/content/fault.ts'
import type { HouseRules } from '../../src/domain/content/house-rules.ts'
import { languageFaults } from '../../src/domain/content/language-faults.ts'
import { lengthOf } from '../../src/domain/content/length.ts'
import { lixByTier, packFaults } from '../../src/domain/content/pack-faults.ts'
import { lix } from '../../src/domain/content/reading.ts'
import { sentencesIn } from '../../src/domain/content/sentences.ts'
import type { PackStructure } from '../../src/domain/content/structure.ts'
import type { CardFile, ItemWords, PackWords } from '../../src/domain/content/words.ts'
import { readersOf } from '../../src/domain/content/wordings.ts'
import type { Sector, Tier } from '../../src/domain/instrument/instrument.ts'
import { packWords } from '../../src/protocol/pack.ts'

const rules: HouseRules = {
  opening: 'I ',
  workplaceOpenings: ['Here '],
  howOften: ['now and then'],
  strangeMarks: ['!'],
  leftovers: ['ikke'],
}
const anchors = ['I sit.', 'I crawl slowly.', 'I walk alone.', 'I run far.', 'I dance all over the room.']
const item: ItemWords = { stem: 'You hear [music](music)', anchors, example: 'Nora hears a drum.' }
const story = 'Kim hears a drum outside and puts down the cup. '.repeat(5).trim()
const vignette = { story, question: 'Where is Kim?', why: 'Kim put down the cup.' }
const question = { question: 'Which is a drum?', options: ['The round one', 'The long one', 'The flat one'], explanation: 'It is round.' }
const structure: PackStructure = {
  id: 'toy',
  items: ['toy.moving'],
  vignettes: [{ id: 'toy.vignette.drum', item: 'toy.moving', step: 2 }],
  check: [0, 1, 2].map((right) => ({ id: `toy.check.${right}`, right })),
}
const words: PackWords = {
  items: { 'toy.moving': item },
  terms: { music: { word: 'Music', explanation: 'Sound to dance to.' } },
  vignettes: { 'toy.vignette.drum': vignette },
  check: { 'toy.check.0': question, 'toy.check.1': question, 'toy.check.2': question },
}
const cards: CardFile = {
  barnehage: { '1': ['What?', 'Who?', 'When?'], '2': ['Why?', 'How?', 'Where?'] },
  skole: { '1': ['What?', 'Who?', 'When?'] },
  sfo: {},
  modules: {},
}
const long = `I ${'really '.repeat(18)}dance.`

const pack = (changes: Partial<PackWords>, built: Partial<PackStructure> = {}): readonly Fault[] =>
  packFaults({ ...structure, ...built }, { ...words, ...changes }, rules)
const withItem = (changes: Partial<ItemWords>): readonly Fault[] => pack({ items: { 'toy.moving': { ...item, ...changes } } })
const withTop = (top: string): readonly Fault[] => withItem({ anchors: [...anchors.slice(0, 4), top] })
const withStory = (changes: Partial<typeof vignette>): readonly Fault[] =>
  pack({ vignettes: { 'toy.vignette.drum': { ...vignette, ...changes } } })
const withQuestion = (changes: Partial<typeof question>): readonly Fault[] =>
  pack({ check: { ...words.check, 'toy.check.2': { ...question, ...changes } } })
const translated = (original: object, other: object): readonly Fault[] => languageFaults(sentencesIn(original), sentencesIn(other), rules)

/** One broken text for each kind of fault; a new kind is not compiled without one. */
const broken: Readonly<Record<FaultKind, readonly Fault[]>> = {
  'item-missing': pack({}, { items: ['toy.moving', 'toy.resting'] }),
  'item-unknown': pack({ items: { ...words.items, 'toy.resting': { ...item, stem: 'You hear a [band](music)' } } }),
  'step-repeated': withTop('I sit.'),
  'steps-alike': withTop('I run far today.'),
  'opening-wrong': withTop('We dance all over the room.'),
  'step-too-long': withTop(long),
  'full-stop-missing': withTop('I dance all over the room'),
  'stem-with-full-stop': withItem({ stem: 'You hear [music](music).' }),
  'only-how-often': withTop('I dance now and then.'),
  'brand-named': withTop('I dance to my iPad.'),
  'mark-strange': withTop('I dance!'),
  'many-long-steps': withItem({ anchors: [long, long.replace('dance', 'sing'), ...anchors.slice(2)] }),
  'term-unexplained': pack({ terms: {} }),
  'term-unused': withItem({ stem: 'You hear something' }),
  'term-twice': withItem({ example: 'More [music](music).' }),
  'explanation-too-long': pack({ terms: { music: { word: 'Music', explanation: 'One. Two. Three.' } } }),
  'reading-too-hard': withItem({ example: 'Organisational considerations '.repeat(30) }),
  'story-missing': pack({ vignettes: {} }),
  'story-unknown': pack({}, { vignettes: [] }),
  'story-length': withStory({ story: 'Kim hears a drum.' }),
  'story-gives-away': withStory({ story: `${story} Kim does dance all over the room.` }),
  'story-without-item': pack({}, { vignettes: [{ id: 'toy.vignette.drum', item: 'toy.resting', step: 2 }] }),
  'question-mark-missing': withQuestion({ question: 'Say which is a drum.' }),
  'check-missing': pack({ check: {} }),
  'check-unknown': pack({}, { check: [] }),
  'option-repeated': withQuestion({ options: ['The round one', 'The long one', 'The round one'] }),
  'right-option-missing': pack({}, { check: [0, 1, 3].map((right, at) => ({ id: `toy.check.${at}`, right })) }),
  'right-options-not-spread': pack({}, { check: [0, 1, 1].map((right, at) => ({ id: `toy.check.${at}`, right })) }),
  'card-question-repeated': cardFaults({ ...cards, sfo: { '1': ['What?', 'Who?', 'What?'] } }),
  'card-question-elsewhere': cardFaults({ ...cards, sfo: { '1': ['What?', 'Who?', 'When?'], '2': ['Why?', 'What?', 'How?'] } }),
  'sentence-missing': translated({ greeting: 'Hei' }, {}),
  'sentence-unknown': translated({}, { greeting: 'Hei' }),
  'places-differ': translated({ greeting: 'Hei, {{name}}' }, { greeting: 'Hello, {{nam}}' }),
  untranslated: translated({ greeting: 'Dette er hit' }, { greeting: 'Dette er hit' }),
  'word-left-over': translated({ greeting: 'Gå ikke' }, { greeting: 'Do ikke run' }),
}

describe('the content check', () => {
  test('lets good content pass', () => {
    expect(packWords.safeParse(words).error?.issues).toBeUndefined()
    expect(pack({})).toEqual([])
    expect(cardFaults(cards)).toEqual([])
    expect(translated({ name: 'Peil', greeting: 'Hei, {{name}}, her' }, { name: 'Peil', greeting: 'Hello, {{name}}' })).toEqual([])
  })

  test.each(Object.entries(broken))('finds: %s', (kind, found) => {
    expect(found.map((fault) => fault.kind)).toContain(kind)
    for (const fault of found) expect(describeFault(fault)).toMatch(/^[\w./-]+: .{10}/)
  })

  test.each([
    ['a story', 40, 90, (words: number) => withStory({ story: 'drum '.repeat(words).trim() }), 'story-length'],
    ['a described step', 1, 18, (words: number) => withTop(`I ${'dance '.repeat(words - 1).trim()}.`), 'step-too-long'],
  ])('%s may have %i to %i words', (_what, fewest, most, withWords, kind) => {
    const kinds = [fewest - 1, fewest, most, most + 1].map((words) => withWords(Math.max(1, words)).map((fault) => fault.kind))
    expect(kinds.map((found) => found.includes(kind as FaultKind))).toEqual([fewest > 1, false, false, true])
  })

  test('says where it is and what stands there', () => {
    expect(broken['steps-alike'].map(describeFault)).toEqual([
      'items/toy.moving/anchors/4: two neighbouring steps can hardly be told apart (I run far. / I run far today.)',
    ])
  })

  test.each([
    ['a missing step', { ...item, anchors: anchors.slice(1) }],
    ['an empty step', { ...item, anchors: [...anchors.slice(1), ''] }],
    ['a missing example', { stem: item.stem, anchors }],
    ['a space at the end', { ...item, stem: 'You hear ' }],
    ['something nobody knows', { ...item, colour: 'red' }],
  ])('takes no file with %s', (_what, faulty) => {
    expect(packWords.safeParse({ ...words, items: { 'toy.moving': faulty } }).success).toBe(false)
  })
})

describe('every wording a person can meet is read', () => {
  test('that of one tier, with its own example', () => {
    expect(withItem({ tiers: { leader: { example: 'Nora hears my iPad.' } } })).toEqual([
      { kind: 'brand-named', key: 'items/toy.moving/tiers/leader/example', detail: 'ipad' },
    ])
  })

  test('that of one sector', () => {
    expect(withItem({ sectors: { skole: { anchors: [...anchors.slice(0, 4), 'I sit.'] } } })).toMatchObject([
      { kind: 'step-repeated', key: 'items/toy.moving/sectors/skole/anchors/4' },
    ])
  })

  test('what a tier and a sector say together: the word is marked twice only for teachers in schools', () => {
    const tiers = { teacher: { stem: 'You play [music](music)' } }
    const sectors = { skole: { stem: 'You hear it', example: 'Nora hears [music](music).' } }
    expect(withItem({ tiers, sectors })).toMatchObject([{ kind: 'term-twice', key: 'items/toy.moving/sectors/skole/example' }])
  })

  test('what an owner reads: own words, or those of leaders', () => {
    const hard = 'Organisational considerations '.repeat(30)
    const tiersOf = (faults: readonly Fault[]) =>
      faults.filter(({ kind }) => kind === 'reading-too-hard').map(({ detail }) => detail.split(':')[0])
    expect(tiersOf(withItem({ tiers: { leader: { example: hard } } }))).toEqual(['leader', 'owner'])
    expect(tiersOf(withItem({ tiers: { leader: { example: hard }, owner: { example: 'Nora sings.' } } }))).toEqual(['leader'])
    expect(tiersOf(withItem({ tiers: { owner: { example: hard } } }))).toEqual(['owner'])
  })

  test('by those who are asked: leading is not asked of practice staff and teachers', () => {
    expect(lixByTier(words, readersOf('leadership')).map(([tier]) => tier)).toEqual(['leader', 'owner'])
    expect(lixByTier(words, readersOf('skole')).map(([tier]) => tier)).toEqual(['practice', 'teacher', 'leader', 'owner'])
    expect(new Set(readersOf('skole').map(({ sector }) => sector))).toEqual(new Set(['skole']))
  })

  test('a harder text is allowed for teachers than for those who are new', () => {
    // Six words, two of them long: 6 + 33.
    const example = 'Nora remembers a drum, yesterday too.'
    const anchorsAlike = anchors.map(
      (_, step) => `I ${'abcde'.charAt(step)} remember yesterday’s ${'fghij'.charAt(step)} ${'klmno'.charAt(step)}.`,
    )
    const hard = { stem: 'You remember some [music](music) from yesterday', anchors: anchorsAlike, example }
    const found = (faults: readonly Fault[]) => faults.filter(({ kind }) => kind === 'reading-too-hard')
    expect(found(withItem(hard))).toMatchObject([{ detail: expect.stringMatching(/^practice: 3[5-9]/) as string }])
    expect(found(withItem({ tiers: { teacher: hard } }))).toEqual([])
  })
})

test('only the conditions at work are described without I', () => {
  const here = { ...words, items: { 'toy.moving': { ...item, anchors: [...anchors.slice(0, 4), 'Here all of us dance together.'] } } }
  expect(packFaults({ ...structure, id: 'conditions' }, here, rules)).toEqual([])
  expect(packFaults(structure, here, rules)).toMatchObject([{ kind: 'opening-wrong' }])
})

test('LIX is words per sentence and the percentage of long words, with the marks of terms taken away', () => {
  expect(lix(['I hear [lovely](long-music-term) music. It is nice.'])).toBeCloseTo(7 / 2)
  expect(lix(['Beautiful music', 'Nice'])).toBeCloseTo(3 / 2 + 100 / 3)
})

describe('length', () => {
  const hundred = 'word '.repeat(100).trim()
  const everyone = { stem: hundred, anchors: [`${hundred}.`], example: hundred }

  test('is 180 words a minute and eight seconds a choice, without the example', () => {
    const length = lengthOf([{ items: { one: everyone } }], { tier: 'practice', sector: 'skole' })
    expect(length).toEqual({ items: 1, words: 200, minutes: 200 / 180 + 8 / 60 })
  })

  test('counts what this reader meets: own wording of the tier or the sector, and the rest as for everyone', () => {
    const one = { ...everyone, tiers: { leader: { stem: 'Three short words' } }, sectors: { sfo: { anchors: ['Two words.'] } } }
    const wordsFor = (tier: Tier, sector: Sector) => lengthOf([{ items: { one } }], { tier, sector }).words
    expect([wordsFor('practice', 'skole'), wordsFor('practice', 'sfo')]).toEqual([200, 102])
    expect([wordsFor('leader', 'skole'), wordsFor('leader', 'sfo'), wordsFor('owner', 'sfo')]).toEqual([103, 5, 5])
  })
})

describe('the language check', () => {
  test('counts a tag that was lost as a place', () => {
    expect(translated({ link: '<0>Les</0>' }, { link: 'Read' })).toMatchObject([{ kind: 'places-differ', key: 'link' }])
  })

  test('does not count a placeholder as a word', () => {
    expect(translated({ course: 'Område {{number}} av {{of}}:' }, { course: 'Område {{number}} av {{of}}:' })).toEqual([])
  })

  test('lets a near language say short sentences in the same words', () => {
    const same = sentencesIn({ greeting: 'Dette er hit', much: 'Dette er mer enn tre ord' })
    expect(languageFaults(same, same, { ...rules, mayBeSame: 3 })).toMatchObject([{ key: 'much' }])
  })
})
