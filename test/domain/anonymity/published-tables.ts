import type { GroupFigures, MunicipalityBlock, Release, UnitResult, UnitState } from '../../../src/domain/anonymity/document.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import type { Dimension } from '../../../src/domain/instrument/instrument.ts'
import { type Atom, type Question, counted } from './atoms.ts'

/** A figure that stands in some document, the people it adds up, and how many it says they are. */
export type PublishedTable = { readonly atoms: ReadonlySet<number>; readonly of: number }

/** A group that has figures, the blocks it adds up by our rules, and everybody that its name stands for. */
type Group = { readonly figures: GroupFigures; readonly blocks: readonly MunicipalityBlock[]; readonly everybody: readonly number[] }
type ResultOf = (unit: string) => UnitResult | undefined

/**
 * Every figure about a question in the municipality's and all units' documents. Whoever attacks does not trust that our rules were
 * kept: where a figure is not what the shown blocks add up to, but is what everybody of that name adds up to, it is taken as that.
 * @param resultOf the unit's document; where nothing is given, as it is made from the municipality's
 */
export function publishedTables(
  release: Release,
  atoms: readonly Atom[],
  question: Question,
  dimensions: readonly Dimension[],
  resultOf: ResultOf = (unit) => unitResult(release, unit),
): readonly PublishedTable[] {
  const people = atoms.map((atom) => counted(atom, question, dimensions))
  const added = (chosen: readonly number[]) => chosen.reduce((sum, at) => sum + (people[at] ?? 0), 0)
  return groupsIn(release, atoms, resultOf).flatMap(({ figures, blocks, everybody }) => {
    const of = peopleBehind(figures, question)
    if (of === undefined) return []
    const shown = blocks.filter((block) => peopleBehind(block, question) !== undefined).flatMap((block) => atomsIn(block, release, atoms))
    return [{ of, atoms: new Set(added(shown) !== of && added(everybody) === of ? everybody : shown) }]
  })
}

function groupsIn(release: Release, atoms: readonly Atom[], resultOf: ResultOf): readonly Group[] {
  const where = (chosen: (atom: Atom) => boolean) => atoms.flatMap((atom, at) => (chosen(atom) ? [at] : []))
  return [
    ...release.blocks.map((block) => ({ figures: block, blocks: [block], everybody: atomsIn(block, release, atoms) })),
    ...release.tiers.map((figures) => ({
      figures,
      blocks: release.blocks.filter((block) => tierNamed(block) === figures.tier),
      everybody: where(({ tier }) => tier === figures.tier),
    })),
    ...release.units.flatMap((state) => {
      const everybody = where(({ unit }) => unit === state.unit)
      return groupsOfUnit(release, state, resultOf(state.unit)).map((group) => ({ ...group, everybody }))
    }),
    { figures: release.total, blocks: release.blocks, everybody: where(() => true) },
  ]
}

function groupsOfUnit({ blocks: all }: Release, state: UnitState, result: UnitResult | undefined): readonly Omit<Group, 'everybody'>[] {
  const blocks = all.filter(({ unit }) => unit === state.unit)
  const sizes = [state, result].flatMap((each) => (each?.state === 'released' ? [{ n: each.n, dimensions: [] }] : []))
  if (result?.state !== 'released') return sizes.map((figures) => ({ figures, blocks }))
  const own = result.blocks.map((figures, at) => ({ figures, blocks: blocks.slice(at, at + 1) }))
  return [...own, ...[...sizes, result.total].map((figures) => ({ figures, blocks }))]
}

function tierNamed(block: MunicipalityBlock): string {
  const [only = '*', ...more]: readonly string[] = block.tiers
  return only === '*' || more.length > 0 ? 'not-split' : only
}

function peopleBehind(group: GroupFigures, question: Question): number | undefined {
  if (question === 'people') return group.n
  const figure = group.dimensions.find((each) => each.id === question)
  return figure === undefined || 'hidden' in figure ? undefined : figure.of
}

function atomsIn(block: MunicipalityBlock, release: Release, atoms: readonly Atom[]): readonly number[] {
  const units = block.unit === 'small-units' ? (release.smallUnits?.units ?? []) : [block.unit]
  const named: readonly string[] = block.tiers
  return atoms.flatMap((atom, at) => (units.includes(atom.unit) && (named[0] === '*' || named.includes(atom.tier)) ? [at] : []))
}
