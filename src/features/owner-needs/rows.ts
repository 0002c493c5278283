import type { Figure, Release, TierFigures, UnitState } from '../../domain/anonymity/document.ts'
import { sectors } from '../../domain/instrument/instrument.ts'
import { referenceLanguage } from '../../i18n/languages.ts'

type Figures = { readonly key: string; readonly n: number; readonly figures: readonly Figure[] }

/** One line of the heatmap. `small`: the units under k that are counted together. */
export type Row =
  | (Figures & { readonly kind: 'block'; readonly unit: UnitState; readonly tiers: Release['blocks'][number]['tiers'] })
  | (Figures & { readonly kind: 'small'; readonly names: readonly string[] })
  | (Figures & { readonly kind: 'tier'; readonly tier: Exclude<TierFigures['tier'], 'not-split'> })
  | (Figures & { readonly kind: 'total' })
  | { readonly kind: 'hidden'; readonly key: string; readonly unit: UnitState; readonly pooled: boolean }

export type RowGroup = { readonly key: (typeof sectors)[number] | 'across' | 'whole'; readonly rows: readonly Row[] }

/** A released unit has a row for every block, a hidden one a single row that says where it is counted. */
function rowsOf(release: Release, unit: UnitState): readonly Row[] {
  if (unit.state === 'hidden') {
    const pooled = release.smallUnits?.units.includes(unit.unit) ?? false
    return [{ kind: 'hidden', key: unit.unit, unit, pooled }]
  }
  return release.blocks
    .filter((block) => block.unit === unit.unit)
    .map(({ tiers, n, dimensions }) => ({ kind: 'block', key: `${unit.unit} ${tiers.join()}`, unit, tiers, n, figures: dimensions }))
}

function smallRows(release: Release): readonly Row[] {
  const { smallUnits } = release
  if (smallUnits === undefined) return []
  const names = release.units.filter(({ unit }) => smallUnits.units.includes(unit)).map(({ name }) => name)
  const block = release.blocks.find(({ unit }) => unit === 'small-units')
  return block ? [{ kind: 'small', key: 'small-units', names, n: block.n, figures: block.dimensions }] : []
}

/** A role has a row of its own where several units show it apart; with one unit the row would only repeat it. */
function wholeRows({ total, tiers, blocks }: Release): readonly Row[] {
  const isRepeated = (tier: string) => blocks.filter((block) => block.tiers.join() === tier).length < 2
  const apart = tiers.flatMap(({ tier, n, dimensions }): Row[] =>
    tier === 'not-split' || isRepeated(tier) ? [] : [{ kind: 'tier', key: tier, tier, n, figures: dimensions }],
  )
  return [{ kind: 'total', key: 'total', n: total.n, figures: total.dimensions }, ...apart]
}

/** Grouped by sector, alphabetical within, the same in every language. Never in the order of any figure. */
export function rowGroupsOf(release: Release): readonly RowGroup[] {
  const named = release.units.toSorted((a, b) => a.name.localeCompare(b.name, referenceLanguage))
  const rows = (wanted: (sector: string) => boolean) =>
    named.filter(({ sector }) => wanted(sector)).flatMap((unit) => rowsOf(release, unit))
  const groups: RowGroup[] = [
    ...sectors.map((key) => ({ key, rows: rows((sector) => sector === key) })),
    { key: 'across', rows: [...smallRows(release), ...rows((sector) => sector.startsWith('leaders-'))] },
    { key: 'whole', rows: wholeRows(release) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}
