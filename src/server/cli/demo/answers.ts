import { type Dimension, type Step, type Tier, steps } from '../../../domain/instrument/instrument.ts'
import { type Targets, targetOf } from '../../../domain/profile/targets.ts'
import { encodeValue } from '../../../protocol/contribution.ts'
import { skippedIn, standing } from './fjordvik.ts'

/** One invented person: `number` counts the unit's people from 0. */
export type DemoPerson = { readonly unit: string; readonly tier: Tier; readonly number: number }

const shareWithoutValue = 0.03

function stepNear(average: number, chance: () => number): Step {
  const level = Math.round(average + (chance() + chance() - 1) * 1.6)
  return steps[Math.min(Math.max(level, 0), steps.length - 1)] ?? 0
}

function skips(person: DemoPerson, dimension: Dimension, chance: () => number): boolean {
  if (person.unit === skippedIn.unit && dimension === skippedIn.dimension) return person.number < skippedIn.people
  return chance() < shareWithoutValue
}

/** One character per dimension, as a device sends it. */
export function valuesOf(person: DemoPerson, dimensions: readonly Dimension[], targets: Targets, chance: () => number): string {
  return dimensions
    .map((dimension) => {
      if (skips(person, dimension, chance)) return '-'
      const step = stepNear(standing[dimension]?.[person.tier] ?? 2, chance)
      const target = targetOf(targets, dimension, person.tier)
      return encodeValue({ step, below: target !== undefined && step < target })
    })
    .join('')
}
