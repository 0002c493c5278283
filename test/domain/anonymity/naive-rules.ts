import { type Interval, bandOf } from '../../../src/domain/anonymity/bands.ts'
import type { Figure, GroupFigures, Release, UnitState } from '../../../src/domain/anonymity/document.ts'
import { type Dimension, tiers } from '../../../src/domain/instrument/instrument.ts'
import { type Atom, type Question, atomsOf, counted } from './atoms.ts'
import type { Table } from './rank-attacker.ts'
import type { Person, Staff } from './staff.ts'

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

/** The same rule as a document of ours: what has fewer than five is left out, and everybody is in the sums all the same. */
export function documentHiddenUnderFive(round: string, staff: readonly Staff[], dimensions: readonly Dimension[]): Release {
  const figuresOf = (people: readonly Person[]): GroupFigures => ({
    n: people.length,
    dimensions: dimensions.map((id, at) =>
      figureOf(
        id,
        people.flatMap((person) => person.values[at] ?? []),
      ),
    ),
  })
  const large = ({ people }: { readonly people: readonly Person[] }) => people.length >= 5
  const everybody = staff.flatMap(({ people }) => people)
  return {
    v: 1,
    round,
    units: staff.map((each): UnitState => {
      const name = { unit: each.unit, name: each.unit, sector: 'skole' } as const
      return large(each) ? { ...name, state: 'released', n: each.people.length } : { ...name, state: 'hidden' }
    }),
    blocks: atomsOf(staff)
      .filter(large)
      .map(({ unit, tier, people }) => ({ unit, tiers: tier === '-' ? ['*'] : [tier], ...figuresOf(people) })),
    tiers: tiers
      .map((tier) => ({ tier, people: everybody.filter((person) => person.tier === tier) }))
      .filter(large)
      .map(({ tier, people }) => ({ tier, ...figuresOf(people) })),
    total: figuresOf(everybody),
    audit: { withheld: [] },
  }
}

function figureOf(id: Dimension, given: readonly number[]): Figure {
  if (given.length < 5) return { id, hidden: true }
  return { id, of: given.length, below: bandOf(given.filter((value) => value >= 5).length, given.length) }
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
