import { type Assessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { type Step, partOf, steps } from '../../../src/domain/instrument/instrument.ts'
import { instrumentFor } from '../../../src/instruments/packs.ts'

/** A finished assessment: the answers of each dimension in the order of its items; `skip` for a skipped one. */
export function finished(
  id: string,
  day: string,
  given: Readonly<Record<string, readonly (Step | 'skip')[]>>,
  parts: Partial<Assessment> = {},
): Assessment {
  const modules = parts.modules ?? ['privacy']
  const instrument = instrumentFor({ sector: 'barnehage', modules })
  const at = `${day}T09:00:00.000Z`
  const answers = Object.entries(given).flatMap(([dimension, all]) => {
    const part = instrument.parts.find((each) => each.dimension === dimension)
    return (partOf(instrument, part?.dimension ?? '1')?.items ?? []).flatMap((item, index) => {
      const step = steps.find((each) => each === all[index])
      const answer = step === undefined ? ({ kind: 'skipped' } as const) : ({ kind: 'step', step } as const)
      return all[index] === undefined ? [] : [[item.id, { answer, version: item.version }] as const]
    })
  })
  const begun = startAssessment(instrument, { tier: 'practice', modules }, { id, now: at })
  return { ...begun, predictedAt: at, finishedAt: at, answers: Object.fromEntries(answers), ...parts }
}
