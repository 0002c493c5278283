/** A file of words in `locales/` that belongs to a pack. */
type PackFile = {
  readonly items?: Readonly<Record<string, unknown>>
  readonly vignettes?: Readonly<Record<string, unknown>>
  readonly check?: Readonly<Record<string, unknown>>
  readonly terms?: Readonly<Record<string, unknown>>
}

/**
 * Where the words of an item, story or knowledge question are found: with its neighbours. `skole.1.programming` in `skole.1`,
 * `privacy.sharing` in `privacy`. The first question of a sector needs the first of its areas, not all seven.
 */
export function namespaceOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'))
}

function only(words: Readonly<Record<string, unknown>> | undefined, namespace: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(words ?? {}).filter(([id]) => namespaceOf(id) === namespace))
}

/** What belongs to one namespace, and the terms that are marked there. */
function partOf({ items, vignettes, check, terms = {} }: PackFile, namespace: string): PackFile {
  const part = { items: only(items, namespace), vignettes: only(vignettes, namespace), check: only(check, namespace) }
  const says = JSON.stringify(part)
  return { ...part, terms: Object.fromEntries(Object.entries(terms).filter(([term]) => says.includes(`](${term})`))) }
}

/** A pack's words by namespace. */
export function splitWords(words: PackFile): Readonly<Record<string, PackFile>> {
  const ids = [words.items, words.vignettes, words.check].flatMap((worded) => Object.keys(worded ?? {}))
  return Object.fromEntries([...new Set(ids.map(namespaceOf))].map((namespace) => [namespace, partOf(words, namespace)]))
}
