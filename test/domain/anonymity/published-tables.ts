import type { GroupFigures, MunicipalityBlock, Release } from '../../../src/domain/anonymity/document.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import type { Atom, Question } from './atoms.ts'

/** A figure that stands in some document, the blocks it says it adds up, and the people it says it is about. */
export type PublishedTable = { readonly atoms: ReadonlySet<number>; readonly of: number }

/** Every figure about a question in the municipality's and all units' documents. */
export function publishedTables(release: Release, atoms: readonly Atom[], question: Question): readonly PublishedTable[] {
  const groups: readonly (readonly [GroupFigures, readonly MunicipalityBlock[]])[] = [
    ...release.blocks.map((block) => [block, [block]] as const),
    ...release.tiers.map((tier) => [tier, release.blocks.filter((block) => tierNamed(block) === tier.tier)] as const),
    ...unitTotals(release),
    [release.total, release.blocks],
  ]
  return groups.flatMap(([group, blocks]) => {
    const of = peopleBehind(group, question)
    const shown = blocks.filter((block) => peopleBehind(block, question) !== undefined)
    return of === undefined ? [] : [{ of, atoms: new Set(shown.flatMap((block) => atomsIn(block, release, atoms))) }]
  })
}

function unitTotals(release: Release): readonly (readonly [GroupFigures, readonly MunicipalityBlock[]])[] {
  return release.units.flatMap(({ unit }) => {
    const result = unitResult(release, unit)
    return result?.state === 'released' ? [[result.total, release.blocks.filter((block) => block.unit === unit)] as const] : []
  })
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
