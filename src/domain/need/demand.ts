import type { Figure } from '../anonymity/document.ts'
import { isShown } from '../anonymity/sums.ts'
import { type Dimension, type Sector, sectors } from '../instrument/instrument.ts'
import { type Interval, shareOf } from './band.ts'
import { inFrameworkOrder, intervalOf } from './need.ts'

/** A released municipality as far as training demand goes (protocol section 3). */
export type ReleasedFigures = {
  readonly units: readonly { readonly unit: string; readonly sector: string }[]
  readonly blocks: readonly { readonly unit: string; readonly dimensions: readonly Figure[] }[]
  readonly total: { readonly dimensions: readonly Figure[] }
  readonly audit: { readonly withheld: readonly Dimension[] }
}

/** How many people could use training in one dimension. Nothing where no figure may be shown. */
export type Demand = {
  readonly dimension: Dimension
  readonly sectors: Readonly<Partial<Record<Sector, Interval>>>
  readonly municipality?: Interval
  /** Course seats, rounded up to whole fives. */
  readonly seats?: { readonly lo: number; readonly hi: number }
  /** The municipality's own interval is withheld; what stands here is the sum of the blocks' (release rule R7). */
  readonly withheld: boolean
}

function sumOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return intervals.reduce((sum, each) => ({ lo: sum.lo + each.lo, hi: sum.hi + each.hi, of: sum.of + each.of }))
}

function shownIn(figures: readonly Figure[], dimension: Dimension): readonly Interval[] {
  return figures
    .filter(isShown)
    .filter(({ id }) => id === dimension)
    .map(intervalOf)
}

/** The blocks of a sector's own units. Leaders' groups and small units are in the municipality's figure only. */
function inSector(release: ReleasedFigures, sector: Sector, dimension: Dimension): Interval | undefined {
  const units = new Set(release.units.filter((unit) => unit.sector === sector).map(({ unit }) => unit))
  return sumOf(release.blocks.filter(({ unit }) => units.has(unit)).flatMap((block) => shownIn(block.dimensions, dimension)))
}

function wholeFives(count: number): number {
  return Math.ceil(count / 5) * 5
}

function demandIn(release: ReleasedFigures, dimension: Dimension): Demand {
  const municipality = sumOf(shownIn(release.total.dimensions, dimension))
  const bySector = sectors.flatMap((sector) => {
    const interval = inSector(release, sector, dimension)
    return interval ? [[sector, interval] as const] : []
  })
  return {
    dimension,
    sectors: Object.fromEntries(bySector),
    ...(municipality && { municipality, seats: { lo: wholeFives(municipality.lo), hi: wholeFives(municipality.hi) } }),
    withheld: release.audit.withheld.includes(dimension),
  }
}

/** Training demand per dimension, the largest share of the municipality first, hidden ones last; ties in the framework's order. Units are never compared. */
export function demandOf(release: ReleasedFigures): readonly Demand[] {
  const share = ({ municipality }: Demand) => (municipality ? shareOf(municipality) : -1)
  return inFrameworkOrder(release.total.dimensions)
    .map(({ id }) => demandIn(release, id))
    .toSorted((a, b) => share(b) - share(a))
}
