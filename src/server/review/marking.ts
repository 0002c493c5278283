/** A stretch of a sentence: as in the other, or not. */
export type Stretch = { readonly text: string; readonly differs: boolean }

/** Below this share of common words the sentence is simply another one. */
const leastCommon = 0.5

/** A marked term is one word, however many it covers. */
function wordsIn(sentence: string): readonly string[] {
  return sentence.match(/(?:\[[^\]]+\]\([a-z0-9-]+\)|\S)+/g) ?? []
}

function commonLengths(own: readonly string[], other: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: own.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
  for (let at = own.length - 1; at >= 0; at -= 1) {
    for (let there = other.length - 1; there >= 0; there -= 1) {
      const row = lengths[at] ?? []
      const below = lengths[at + 1] ?? []
      row[there] = own[at] === other[there] ? 1 + (below[there + 1] ?? 0) : Math.max(below[there] ?? 0, row[there + 1] ?? 0)
    }
  }
  return lengths
}

function joined(words: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { text, differs } of words) {
    const last = stretches.at(-1)
    if (last?.differs === differs) stretches[stretches.length - 1] = { text: `${last.text} ${text}`, differs }
    else stretches.push({ text, differs })
  }
  return stretches
}

/** Words of a sentence that another has in the same order are common; the rest differ. One stretch if hardly any are common. */
export function markDifferences(sentence: string, from: string): readonly Stretch[] {
  const [own, other] = [wordsIn(sentence), wordsIn(from)]
  const lengths = commonLengths(own, other)
  if ((lengths[0]?.[0] ?? 0) < leastCommon * own.length) return [{ text: sentence, differs: false }]
  const words: Stretch[] = []
  let there = 0
  own.forEach((text, at) => {
    while (there < other.length && other[there] !== text && (lengths[at]?.[there + 1] ?? 0) >= (lengths[at]?.[there] ?? 0)) there += 1
    const differs = other[there] !== text
    words.push({ text, differs })
    if (!differs) there += 1
  })
  return joined(words)
}
