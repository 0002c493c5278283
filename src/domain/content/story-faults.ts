import { type Fault, faultAt } from './fault.ts'
import { wordsOf } from './reading.ts'
import type { ReadItem } from './wordings.ts'
import type { CheckWords, PackWords, VignetteWords } from './words.ts'
import type { PackStructure } from './structure.ts'

const fewestStoryWords = 40
const mostStoryWords = 90

/** The words that two lists of ids do not share. */
export function idFaults(kinds: readonly ['story' | 'check' | 'item', string], asked: readonly string[], worded: object): readonly Fault[] {
  const [what, folder] = kinds
  const there = Object.keys(worded)
  return [
    ...asked.filter((id) => !there.includes(id)).map((id) => faultAt(`${what}-missing`, `${folder}/${id}`)),
    ...there.filter((id) => !asked.includes(id)).map((id) => faultAt(`${what}-unknown`, `${folder}/${id}`)),
  ]
}

function questionMark(way: string, question: string): readonly Fault[] {
  return question.endsWith('?') ? [] : [faultAt('question-mark-missing', `${way}/question`, question)]
}

/** A described step without its first word: a story is about somebody else. */
function saysIn(story: string, anchor: string): boolean {
  const [said, described] = [story, anchor].map((text) => wordsOf(text).map((word) => word.toLowerCase()))
  return ` ${said?.join(' ')} `.includes(` ${described?.slice(1).join(' ')} `)
}

function storyFaults(way: string, { story, question }: VignetteWords, anchors: readonly string[]): readonly Fault[] {
  const words = wordsOf(story).length
  return [
    ...(words < fewestStoryWords || words > mostStoryWords ? [faultAt('story-length', `${way}/story`, String(words))] : []),
    ...anchors.filter((anchor) => saysIn(story, anchor)).map((anchor) => faultAt('story-gives-away', `${way}/story`, anchor)),
    ...questionMark(way, question),
  ]
}

/** The stories have exactly the ids of the structure, and show a step of an item without telling it. */
export function vignetteFaults({ items, vignettes = [] }: PackStructure, words: PackWords, read: readonly ReadItem[]): readonly Fault[] {
  const anchors = [...new Set(read.flatMap((item) => item.anchors.map(({ text }) => text)))]
  return [
    ...idFaults(
      ['story', 'vignettes'],
      vignettes.map(({ id }) => id),
      words.vignettes ?? {},
    ),
    ...vignettes
      .filter(({ item, step }) => !items.includes(item) || words.items[item]?.anchors[step] === undefined)
      .map(({ id, item, step }) => faultAt('story-without-item', `vignettes/${id}`, `${item} ${step}`)),
    ...Object.entries(words.vignettes ?? {}).flatMap(([id, vignette]) => storyFaults(`vignettes/${id}`, vignette, anchors)),
  ]
}

function questionFaults(way: string, { question, options }: CheckWords, right: number | undefined): readonly Fault[] {
  return [
    ...questionMark(way, question),
    ...options
      .filter((option, at) => options.indexOf(option) !== at)
      .map((option) => faultAt('option-repeated', `${way}/options/${options.lastIndexOf(option)}`, option)),
    ...(right !== undefined && options[right] === undefined ? [faultAt('right-option-missing', way, String(right))] : []),
  ]
}

/** Somebody who always takes the same place must not be right by that. */
function spreadFaults(check: NonNullable<PackStructure['check']>, places: number): readonly Fault[] {
  const used = new Set(check.map(({ right }) => right)).size
  return check.length >= places && used < places ? [faultAt('right-options-not-spread', 'check', `${used} of ${places}`)] : []
}

/** The knowledge questions have exactly the ids of the structure, options that differ, and a right one among them. */
export function checkFaults({ check = [] }: PackStructure, words: PackWords): readonly Fault[] {
  const worded = Object.entries(words.check ?? {})
  return [
    ...idFaults(
      ['check', 'check'],
      check.map(({ id }) => id),
      words.check ?? {},
    ),
    ...worded.flatMap(([id, question]) => questionFaults(`check/${id}`, question, check.find((each) => each.id === id)?.right)),
    ...spreadFaults(check, Math.max(0, ...worded.map(([, { options }]) => options.length))),
  ]
}
