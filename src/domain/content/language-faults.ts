import { type Fault, faultAt } from './fault.ts'
import type { HouseRules } from './house-rules.ts'
import { foundIn, wordsOf } from './reading.ts'
import type { Sentences } from './sentences.ts'

/** Names and abbreviations are often the same; three words and more are a sentence. */
const mayBeSame = 2

function unshared(original: Sentences, translated: Sentences): readonly Fault[] {
  return [
    ...[...original.keys()].filter((way) => !translated.has(way)).map((way) => faultAt('sentence-missing', way)),
    ...[...translated.keys()].filter((way) => !original.has(way)).map((way) => faultAt('sentence-unknown', way)),
  ]
}

/** `{{count}}` and `<0>` stand for something the code puts in. */
const place = /\{\{.*?\}\}|<\/?\w+ ?\/?>/g

function placesIn(sentence: string): string {
  return (sentence.match(place) ?? []).toSorted().join(' ')
}

function placeFaults(original: Sentences, translated: Sentences): readonly Fault[] {
  return [...original].flatMap(([way, sentence]) => {
    const [here, there] = [placesIn(sentence), placesIn(translated.get(way) ?? '')]
    return translated.has(way) && here !== there ? [faultAt('places-differ', way, `${here || '–'} → ${there || '–'}`)] : []
  })
}

function untranslated(original: Sentences, translated: Sentences, rules: HouseRules): readonly Fault[] {
  const short = rules.mayBeSame ?? mayBeSame
  return [...original].flatMap(([way, sentence]) =>
    wordsOf(sentence.replace(place, ' ')).length > short && translated.get(way) === sentence
      ? [faultAt('untranslated', way, sentence)]
      : [],
  )
}

function leftovers(translated: Sentences, rules: HouseRules): readonly Fault[] {
  return [...translated].flatMap(([way, sentence]) =>
    foundIn(sentence, rules.leftovers).map((found) => faultAt('word-left-over', way, found)),
  )
}

/** What is wrong with a translation of a file, beside its original in the reference language. */
export function languageFaults(original: Sentences, translated: Sentences, rules: HouseRules): readonly Fault[] {
  return [
    ...unshared(original, translated),
    ...placeFaults(original, translated),
    ...untranslated(original, translated, rules),
    ...leftovers(translated, rules),
  ]
}
