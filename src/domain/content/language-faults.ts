import type { HouseRules } from './house-rules.ts'
import { foundIn, wordsOf } from './reading.ts'

type Sentences = ReadonlyMap<string, string>

/** What one language says and the other does not. */
export function missingKeys(one: Sentences, other: Sentences): readonly string[] {
  return [...one.keys()].filter((way) => !other.has(way))
}

/** `{{count}}` and `<0>` stand for something the code puts in. */
function placesIn(sentence: string): string {
  return (sentence.match(/\{\{.*?\}\}|<\/?\w+ ?\/?>/g) ?? []).toSorted().join(' ')
}

export function differentPlaces(original: Sentences, translated: Sentences): readonly string[] {
  return [...original].flatMap(([way, sentence]) => {
    const [here, there] = [placesIn(sentence), placesIn(translated.get(way) ?? '')]
    return translated.has(way) && here !== there ? [`${way}: ${here || 'nothing'} became ${there || 'nothing'}`] : []
  })
}

/** Sentences, not names or abbreviations: three words and more. */
export function untranslated(original: Sentences, translated: Sentences): readonly string[] {
  return [...original].flatMap(([way, sentence]) => (wordsOf(sentence).length > 2 && translated.get(way) === sentence ? [way] : []))
}

export function leftovers(translated: Sentences, rules: HouseRules): readonly string[] {
  return [...translated].flatMap(([way, sentence]) => foundIn(sentence, rules.leftovers).map((found) => `${way}: «${found}»`))
}
