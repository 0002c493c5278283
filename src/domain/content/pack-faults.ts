import { type Tier, tiers } from '../instrument/instrument.ts'
import { type Fault, eachOnce, faultAt } from './fault.ts'
import type { HouseRules } from './house-rules.ts'
import { forbiddenIn, itemFaults } from './item-faults.ts'
import { lix, wordsOf } from './reading.ts'
import { checkFaults, idFaults, vignetteFaults } from './story-faults.ts'
import { sentencesIn } from './sentences.ts'
import type { PackStructure } from './structure.ts'
import { termFaults } from './term-faults.ts'
import type { PackWords } from './words.ts'
import { type ReadItem, type Reader, piecesFor, readersOf, wordingsOf } from './wordings.ts'

/** The hardest reading for each tier: people who work with the children, teachers, and those who lead. */
export const maximumLix: Readonly<Record<Tier, number>> = { practice: 35, teacher: 40, leader: 45, owner: 45 }
const fewWords = 15
const shareOfShort = 0.75

/** How hard the items of a pack are to read for each tier that meets them, their explanations included. */
export function lixByTier({ items, terms }: PackWords, readers: readonly Reader[]): readonly (readonly [Tier, number])[] {
  const explanations = Object.values(terms).map(({ explanation }) => explanation)
  return tiers.flatMap((tier) => {
    const own = readers.filter((reader) => reader.tier === tier)
    return own.length === 0 ? [] : [[tier, lix([...piecesFor({ items }, own).map(({ text }) => text), ...explanations])] as const]
  })
}

function readingFaults(words: PackWords, readers: readonly Reader[]): readonly Fault[] {
  return lixByTier(words, readers)
    .filter(([tier, found]) => found > maximumLix[tier])
    .map(([tier, found]) => faultAt('reading-too-hard', 'items', `${tier}: ${found.toFixed(1)}, and may be ${maximumLix[tier]}`))
}

/** At least three in four described steps are short. */
function lengthFaults(read: readonly ReadItem[]): readonly Fault[] {
  const steps = new Map(read.flatMap(({ anchors }) => anchors.map(({ way, text }) => [way, text] as const)))
  const short = [...steps.values()].filter((text) => wordsOf(text).length <= fewWords)
  return short.length >= shareOfShort * steps.size ? [] : [faultAt('many-long-steps', 'items', `${short.length} of ${steps.size}`)]
}

/** What is not in an item: explanations, stories and knowledge questions. */
function otherPieces({ terms, vignettes = {}, check = {} }: PackWords) {
  return [...sentencesIn({ terms, vignettes, check })].map(([way, text]) => ({ way, text }))
}

/**
 * Everything that is wrong with the words of a pack in one language: as everyone reads them, and as each reader does whose
 * tier or sector has own wording. Nothing where they can be used.
 */
export function packFaults(
  structure: PackStructure,
  words: PackWords,
  rules: HouseRules,
  readers: readonly Reader[] = readersOf(structure.id),
): readonly Fault[] {
  const read = wordingsOf(words, readers)
  return eachOnce([
    ...idFaults(['item', 'items'], structure.items, words.items),
    ...read.flatMap((item) => itemFaults(item, structure.id, rules)),
    ...termFaults(read, words.terms),
    ...forbiddenIn(otherPieces(words), rules),
    ...lengthFaults(read),
    ...readingFaults(words, readers),
    ...vignetteFaults(structure, words, read),
    ...checkFaults(structure, words),
  ])
}
