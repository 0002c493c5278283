import type { Words } from '../i18n/react.ts'
import { chooseLanguage, languages } from '../i18n/languages.ts'
import { rememberLanguage, rememberedLanguage, rememberedScheme } from '../platform/appearance.ts'
import type { PeilDatabase } from '../storage/database.ts'
import { inTime } from '../storage/patience.ts'
import { firstPatience } from '../storage/presence.ts'
import { onDevice } from '../storage/refusals.ts'
import { type ColorScheme, colorSchemes, loadSettings, saveSetting } from '../storage/settings.ts'

function known(language: string | undefined): string | undefined {
  return languages.find((candidate) => candidate === language)
}

/** What the person chose before; on a first visit what the browser asks for. */
export async function firstLanguage(database: PeilDatabase): Promise<string> {
  const mirrored = known(rememberedLanguage())
  if (mirrored !== undefined) return mirrored
  const settings = await onDevice(() => inTime(loadSettings(database), firstPatience))
  return known(settings.ok ? settings.value.language : undefined) ?? chooseLanguage(navigator.languages)
}

/** Remembers a change of language. The mirror is enough for the next start, so a refused database is not said here. */
export function followLanguage(words: Words, database: PeilDatabase): void {
  words.on('languageChanged', (language) => {
    rememberLanguage(language)
    void saveSetting(database, 'language', language)
  })
}

export function currentScheme(): ColorScheme {
  return colorSchemes.find((scheme) => scheme === rememberedScheme()) ?? 'auto'
}

export function showRememberedScheme(): void {
  document.documentElement.dataset['colorScheme'] = currentScheme()
}
