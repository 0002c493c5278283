import { type Dimension, areas, isModule, modules, sectors } from '../instrument/instrument.ts'
import type { OwnPack, OwnPackDocument } from '../instrument/own-pack.ts'
import { describeFault } from './fault.ts'
import { type HouseRules, houseRules } from './house-rules.ts'
import { lixByTier, packFaults } from './pack-faults.ts'
import { idFaults } from './story-faults.ts'
import type { PackStructure } from './structure.ts'
import { readersOf } from './wordings.ts'
import type { PackWords } from './words.ts'

/** Where an own pack is not as it must be. `key`: the way through the file, or through the words of a language. */
export type OwnPackFault = { readonly language?: string; readonly key: string; readonly reason: string }

/** `shape`: Peil has no writing rules for this language, so that nobody has judged the sentences. */
export type LanguageReading = {
  readonly language: string
  readonly lix: number
  readonly items: number
  readonly checked: 'words' | 'shape'
}

const areaItems = { fewest: 2, most: 6 }
const moduleItems = { fewest: 2, most: 8 }
/** The app says so before the first of them. */
const checkQuestions = 5

/** Judged as what it stands for: by its readers, and by the openings that its steps may have. */
function structureFor({ for: place, parts, vignettes, check }: OwnPack): PackStructure {
  const items = parts.flatMap((part) => part.items.map(({ id }) => id))
  return { id: place, items, ...(vignettes && { vignettes }), ...(check && { check }) }
}

function at(key: string, reason: string): OwnPackFault {
  return { key, reason }
}

function dimensionFaults({ for: place, parts }: OwnPack): readonly OwnPackFault[] {
  const wanted: readonly Dimension[] = isModule(place) ? [place] : areas
  const given = parts.map(({ dimension }) => dimension)
  return given.join() === wanted.join() ? [] : [at('pack/parts', `must be exactly these dimensions, in this order: ${wanted.join(', ')}`)]
}

function countFaults({ for: place, parts }: OwnPack): readonly OwnPackFault[] {
  const { fewest, most } = isModule(place) ? moduleItems : areaItems
  return parts.flatMap(({ dimension, items }, index) =>
    items.length < fewest || items.length > most
      ? [at(`pack/parts/${index}/items`, `${dimension} has ${items.length} items, and must have ${fewest} to ${most}`)]
      : [],
  )
}

function idsIn({ parts, vignettes = [], check = [] }: OwnPack): readonly string[] {
  return [...parts.flatMap((part) => part.items), ...vignettes, ...check].map(({ id }) => id)
}

function nameFaults(pack: OwnPack): readonly OwnPackFault[] {
  const shipped: readonly string[] = [...sectors, ...modules]
  const ids = idsIn(pack)
  return [
    ...(shipped.includes(pack.id) ? [at('pack/id', `${pack.id} is one of Peil's own`)] : []),
    ...ids.filter((id) => !id.startsWith(`${pack.id}.`)).map((id) => at(id, `an id must begin with ${pack.id}.`)),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => at(id, 'an id stands here twice')),
  ]
}

/** Stories belong to a core and knowledge questions to a module: elsewhere nobody would be shown them. */
function placeFaults({ for: place, vignettes, check }: OwnPack): readonly OwnPackFault[] {
  return [
    ...(isModule(place) && vignettes !== undefined ? [at('pack/vignettes', 'only a pack for a sector has stories')] : []),
    ...(check !== undefined && check.length !== checkQuestions
      ? [at('pack/check', `must have ${checkQuestions} knowledge questions`)]
      : []),
    ...(!isModule(place) && check !== undefined ? [at('pack/check', 'only a pack for a module has knowledge questions')] : []),
  ]
}

function strayStories({ parts, vignettes = [] }: OwnPack): readonly OwnPackFault[] {
  const items = parts.flatMap((part) => part.items.map(({ id }) => id))
  return vignettes.filter(({ item }) => !items.includes(item)).map(({ id, item }) => at(id, `no item of the pack is called ${item}`))
}

/** What is wrong with what a pack asks, whatever its words. */
export function structureFaults(pack: OwnPack): readonly OwnPackFault[] {
  return [...nameFaults(pack), ...dimensionFaults(pack), ...countFaults(pack), ...placeFaults(pack), ...strayStories(pack)]
}

function rulesFor(language: string): HouseRules | undefined {
  return Object.hasOwn(houseRules, language) ? houseRules[language] : undefined
}

function shapeFaults(structure: PackStructure, words: PackWords) {
  const idsOf = (things: readonly { readonly id: string }[] = []) => things.map(({ id }) => id)
  return [
    ...idFaults(['item', 'items'], structure.items, words.items),
    ...idFaults(['story', 'vignettes'], idsOf(structure.vignettes), words.vignettes ?? {}),
    ...idFaults(['check', 'check'], idsOf(structure.check), words.check ?? {}),
  ]
}

function wordFaults(pack: OwnPack, language: string, words: PackWords): readonly OwnPackFault[] {
  const structure = structureFor(pack)
  const rules = rulesFor(language)
  const faults = rules === undefined ? shapeFaults(structure, words) : packFaults(structure, words, rules, readersOf(pack.for))
  // The key stands beside the sentence here, and not in it.
  return faults.map((fault) => ({ language, key: fault.key, reason: describeFault(fault).slice(`${fault.key}: `.length) }))
}

/** Everything that is wrong with an own pack; nothing where it can be asked. */
export function ownPackFaults({ pack, words }: OwnPackDocument): readonly OwnPackFault[] {
  return [...structureFaults(pack), ...Object.entries(words).flatMap(([language, spoken]) => wordFaults(pack, language, spoken))]
}

/** One decimal; 0 where there is nothing to read. */
function hardest(words: PackWords, pack: OwnPack): number {
  const found = Math.max(0, ...lixByTier(words, readersOf(pack.for)).map(([, each]) => each))
  return Number.isFinite(found) ? Math.round(10 * found) / 10 : 0
}

/** The languages of an own pack: how hard the hardest wording is to read, and how the words were checked. */
export function languageReadings({ pack, words }: OwnPackDocument): readonly LanguageReading[] {
  return Object.entries(words).map(([language, spoken]) => ({
    language,
    lix: hardest(spoken, pack),
    items: Object.keys(spoken.items).length,
    checked: rulesFor(language) === undefined ? 'shape' : 'words',
  }))
}
