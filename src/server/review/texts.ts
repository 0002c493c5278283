import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corePacks, modulePacks } from '../../instruments/packs.ts'
import type { Pack } from '../../domain/instrument/instrument.ts'
import { type ReviewWords, reviewWords } from '../../protocol/review.ts'

export const reference = 'nb'

/** Where Peil's own texts stand. */
export const ownLocales = fileURLToPath(new URL('../../../locales', import.meta.url))

export const packs: Readonly<Record<string, Pack>> = { ...corePacks, ...modulePacks }

/** What can be reviewed: the packs, the cards and the names of the areas. */
export const reviewable: readonly string[] = [...Object.keys(packs), 'cards', 'dimensions']

/** The languages of a folder, the reference first. */
export function languagesIn(locales: string): readonly string[] {
  const found = readdirSync(locales).filter((language) => /^[a-z]{2,3}$/.test(language))
  return found.toSorted((a, b) => Number(b === reference) - Number(a === reference) || a.localeCompare(b))
}

export function pathOf(locales: string, language: string, name: string): string {
  return join(locales, language, `${name}.json`)
}

/** The file as it stands, or nothing where the language does not have it yet. */
export function readText(locales: string, language: string, name: string): string | undefined {
  const path = pathOf(locales, language, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

export function readJson(locales: string, language: string, name: string): unknown {
  const text = readText(locales, language, name)
  return text === undefined ? undefined : JSON.parse(text)
}

/** The words around the texts, in their language; in English where they are not translated. */
export function labelsIn(locales: string, language: string): ReviewWords {
  const own = reviewWords.safeParse(readJson(locales, language, 'review')).data
  return own ?? reviewWords.parse(readJson(ownLocales, 'en', 'review'))
}
