import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const reference = 'nb'

export const languages: readonly string[] = readdirSync('locales')
export const otherLanguages: readonly string[] = languages.filter((language) => language !== reference)

export function namespacesOf(language: string): readonly string[] {
  return readdirSync(join('locales', language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted()
}

export function readWords(language: string, namespace: string): unknown {
  return JSON.parse(readFileSync(join('locales', language, `${namespace}.json`), 'utf8'))
}
