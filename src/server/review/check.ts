import english from 'zod/v4/locales/en.js'
import { cardFaults } from '../../domain/content/card-faults.ts'
import { type Fault, describeFault } from '../../domain/content/fault.ts'
import type { HouseRules } from '../../domain/content/house-rules.ts'
import { languageFaults } from '../../domain/content/language-faults.ts'
import { packFaults } from '../../domain/content/pack-faults.ts'
import { sentencesIn } from '../../domain/content/sentences.ts'
import { structureOf } from '../../domain/content/structure.ts'
import { cardFile, dimensionFile, packWords } from '../../protocol/pack.ts'
import type { ReviewFault } from '../../protocol/review.ts'
import { packs } from './texts.ts'

export type Found = Omit<ReviewFault, 'line'>

function found(faults: readonly Fault[]): readonly Found[] {
  return faults.map((fault) => ({ key: fault.key, reason: fault.kind, text: describeFault(fault) }))
}

function ownFaults(name: string, words: unknown, rules: HouseRules): readonly Found[] {
  const schema = { cards: cardFile, dimensions: dimensionFile }[name] ?? packWords
  const form = schema.safeParse(words, { error: english().localeError })
  if (!form.success) {
    return form.error.issues.map(({ path, message }) => ({ key: path.map(String).join('/'), reason: 'malformed', text: message }))
  }
  if (name === 'cards') return found(cardFaults(cardFile.parse(words)))
  const pack = packs[name]
  return pack === undefined ? [] : found(packFaults(structureOf(pack), packWords.parse(words), rules))
}

/** Everything that is wrong with a file of words: by itself, and beside the reference language where that is another. */
export function checkFile(name: string, rules: HouseRules, words: unknown, original: unknown): readonly Found[] {
  const beside = original === undefined ? [] : found(languageFaults(sentencesIn(original), sentencesIn(words), rules))
  return [...ownFaults(name, words, rules), ...beside]
}
