import fc from 'fast-check'
import { type Dimension, tiers } from '../../../src/domain/instrument/instrument.ts'
import type { Person, Staff, Value } from './staff.ts'

export const twoDimensions: readonly Dimension[] = ['1', 'privacy']

/** How a unit as a whole answers: mixed, nobody below target, everybody below, hardly any values. */
const moods = ['mixed', 'nobody', 'everybody', 'silent'] as const

function valueOf(drawn: number, mood: (typeof moods)[number]): Value {
  if (mood === 'silent') return drawn < 2 ? drawn : undefined
  if (drawn === 10) return undefined
  if (mood === 'mixed') return drawn
  return mood === 'nobody' ? drawn % 5 : (drawn % 5) + 5
}

/** A person in one draw: a tier and two values. */
const drawnPerson = fc.integer({ min: 0, max: 4 * 11 * 11 - 1 })

const drawnUnit = (mostPeople: number) =>
  fc.record({
    people: fc.array(drawnPerson, { maxLength: mostPeople, size: 'max' }),
    skip: fc.integer({ min: 0, max: 3 }),
    tierCount: fc.integer({ min: 1, max: 4 }),
    moods: fc.tuple(fc.constantFrom(...moods), fc.constantFrom(...moods)),
  })

/** Up to `mostUnits` units of up to `mostPeople` people in one to four tiers, with values missing. */
export function randomStaff(mostUnits: number, mostPeople: number): fc.Arbitrary<readonly Staff[]> {
  const units = fc.array(drawnUnit(mostPeople), { minLength: 1, maxLength: mostUnits, size: 'max' })
  return units.map((drawn) =>
    drawn.map((unit, at): Staff => {
      const sent =
        unit.tierCount === 1 ? [] : tiers.filter((_, tier) => unit.tierCount === 4 || tier !== unit.skip).slice(0, unit.tierCount)
      const people = unit.people.map((person): Person => {
        const tier = sent[person % sent.length] ?? '-'
        const [first, second] = [Math.floor(person / 4) % 11, Math.floor(person / 44)]
        return { tier, values: [valueOf(first, unit.moods[0]), valueOf(second, unit.moods[1])] }
      })
      return { unit: `unit-${at}`, tiers: sent, people }
    }),
  )
}
