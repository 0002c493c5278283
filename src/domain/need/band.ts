/** How many of a group have steps left, as published: at least `lo`, at most `hi`, of the `of` people with a step. */
export type Interval = { readonly lo: number; readonly hi: number; readonly of: number }

export const depths = [1, 2, 3, 4, 5] as const
export type Depth = (typeof depths)[number]

/** In the order of depth: Få, Noen, En del, Mange, De fleste. */
export const bandWords = ['few', 'some', 'several', 'many', 'most'] as const
export type BandWord = (typeof bandWords)[number]

export type Band = { readonly depth: Depth; readonly word: BandWord }

const words: Readonly<Record<Depth, BandWord>> = { 1: 'few', 2: 'some', 3: 'several', 4: 'many', 5: 'most' }

/** The most that the lowest end interval of release rule R6 holds; the highest is its mirror image. */
function endOf(of: number): number {
  return of < 20 ? 1 : Math.max(1, Math.floor(of / 20))
}

function depthBetween({ lo, hi, of }: Interval): Depth {
  if (of < 10) return 3
  if (of < 20) {
    const half = Math.floor(of / 2)
    if (hi <= half) return 2
    return lo > half ? 4 : 3
  }
  const twicePerCent = (100 * (lo + hi)) / of
  if (twicePerCent < 70) return 2
  return twicePerCent > 130 ? 4 : 3
}

/**
 * The word for an interval, from published numbers only (plot grammar, depth table).
 * One block's interval lies inside one band. A sum of intervals is wider and may cross a border: then its middle decides between the ends,
 * and with fewer than twenty people one that crosses the half is "several".
 */
export function bandOf(interval: Interval): Band {
  const middle = (interval.lo + interval.hi) / 2
  const end = endOf(interval.of)
  const depth = middle <= end ? 1 : middle >= interval.of - end ? 5 : depthBetween(interval)
  return { depth, word: words[depth] }
}

/** The middle of the interval as a share of the group: what order goes by. */
export function shareOf({ lo, hi, of }: Interval): number {
  return (lo + hi) / (2 * of)
}
