import { type Interval, bandOf } from '../../../src/domain/anonymity/bands.ts'
import { type Atom, type Question, counted } from './atoms.ts'
import type { Table } from './rank-attacker.ts'
import type { Dimension } from '../../../src/domain/instrument/instrument.ts'

/** "Hide if fewer than five", nothing more: every unit, tier and unit × tier with five or more is published. */
export function tablesHiddenUnderFive(atoms: readonly Atom[], question: Question, dimensions: readonly Dimension[]): readonly Table[] {
  const groups = [
    ...atoms.map((_, at) => [at]),
    ...groupedBy(atoms, (atom) => atom.unit),
    ...groupedBy(atoms, (atom) => atom.tier),
    atoms.map((_, at) => at),
  ]
  const people = (group: readonly number[]) =>
    atoms.filter((_, at) => group.includes(at)).reduce((sum, atom) => sum + counted(atom, question, dimensions), 0)
  return groups.filter((group) => people(group) >= 5).map((group) => new Set(group))
}

function groupedBy(atoms: readonly Atom[], name: (atom: Atom) => string): readonly (readonly number[])[] {
  return [...new Set(atoms.map(name))].map((each) => atoms.flatMap((atom, at) => (name(atom) === each ? [at] : [])))
}

/** What is published about the blocks of a municipality on one dimension. */
export type Published = { readonly blocks: readonly Interval[]; readonly total: Interval | 'withheld' }

/** "Withhold when the true total pins": a look at the truth decides whether the municipality's own interval is published. */
export function withholdWhenTruePins(below: readonly number[], sizes: readonly number[]): Published {
  const blocks = below.map((count, at) => bandOf(count, sizes[at] ?? 0))
  const total = bandOf(added(below), added(sizes))
  const none = total.hi === added(blocks.map((each) => each.lo)) && blocks.some((each) => each.lo === 0)
  const all = total.lo === added(blocks.map((each) => each.hi)) && blocks.some((each, at) => each.hi === sizes[at])
  return { blocks, total: none || all ? 'withheld' : total }
}

function added(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}
