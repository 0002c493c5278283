/** Every sentence of a file by its way through the file, as in `items/barnehage.1.creating/anchors/0`. */
export type Sentences = ReadonlyMap<string, string>

/** Takes the words of a file apart. Nothing but objects, lists and sentences belongs in one. */
export function sentencesIn(words: unknown, way: readonly string[] = []): Sentences {
  if (typeof words === 'string') return new Map([[way.join('/'), words]])
  if (typeof words !== 'object' || words === null) throw new Error(`Not words: ${way.join('/')}`)
  return new Map(Object.entries(words).flatMap(([key, inside]) => [...sentencesIn(inside, [...way, key])]))
}
