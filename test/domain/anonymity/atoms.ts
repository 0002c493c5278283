import type { Dimension, Tier } from '../../../src/domain/instrument/instrument.ts'
import type { Person, Staff } from './staff.ts'

/** The people of one unit and tier: nothing finer is ever counted together. */
export type Atom = { readonly unit: string; readonly tier: Tier | '-'; readonly people: readonly Person[] }

export function atomsOf(staff: readonly Staff[]): readonly Atom[] {
  return staff.flatMap(({ unit, tiers, people }) =>
    (tiers.length === 0 ? (['-'] as const) : tiers).map((tier) => ({
      unit,
      tier,
      people: people.filter((person) => person.tier === tier),
    })),
  )
}

/** What is asked: how many people there are, or how many gave a value on a dimension. */
export type Question = 'people' | Dimension

export function counted(atom: Atom, question: Question, dimensions: readonly Dimension[]): number {
  const at = dimensions.findIndex((dimension) => dimension === question)
  return question === 'people' ? atom.people.length : atom.people.filter((person) => person.values[at] !== undefined).length
}
