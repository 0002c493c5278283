/** The language and the colour scheme are needed before the database is open, so they are mirrored in localStorage. Nothing personal is. */
const languageKey = 'peil.language'
const schemeKey = 'peil.scheme'

function readMirror(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function writeMirror(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Without a mirror the next start asks the browser instead.
  }
}

export function rememberedLanguage(): string | undefined {
  return readMirror(languageKey)
}

export function rememberLanguage(language: string): void {
  writeMirror(languageKey, language)
}

export function rememberedScheme(): string | undefined {
  return readMirror(schemeKey)
}

/** Shows the scheme at once. Transitions would make the whole page fade, so they wait a frame. */
export function showScheme(scheme: string): void {
  document.documentElement.dataset['colorScheme'] = scheme
  writeMirror(schemeKey, scheme)
}

export function forgetAppearance(): void {
  try {
    localStorage.removeItem(languageKey)
    localStorage.removeItem(schemeKey)
  } catch {
    // Nothing was kept.
  }
}
