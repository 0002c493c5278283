/** "a, b and c" as the language says it. */
export function listIn(language: string, names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
