import { type Assessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { type Step, itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { instrumentFor } from '../../../src/instruments/packs.ts'

const fiveYears = 5 * 365 * 24 * 60 * 60 * 1000
const last = Date.parse('2026-11-20T09:00:00.000Z')

/** So many finished assessments, spread over five years up to the same last day. */
export function assessmentsOver5Years(count: number): readonly Assessment[] {
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
  return Array.from({ length: count }, (_, at) => {
    const now = new Date(last - ((count - 1 - at) * fiveYears) / count).toISOString()
    const begun = startAssessment(instrument, { tier: 'practice', modules: ['privacy'] }, { id: `a${String(at)}`, now })
    const answers = itemsOf(instrument).map(
      ({ id, version }, item) => [id, { answer: { kind: 'step', step: ((at + item) % 5) as Step }, version }] as const,
    )
    return { ...begun, predictedAt: now, finishedAt: now, answers: Object.fromEntries(answers) }
  })
}
