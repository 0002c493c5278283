import type { Assessment } from '../domain/assessment/assessment.ts'
import type { LookBack } from '../domain/assessment/look-back.ts'
import { type Result, ok } from '../domain/result.ts'
import * as stored from '../protocol/look-back.ts'
import { type ChangeRefusal, changeAssessment } from './assessments.ts'
import type { PeilDatabase } from './database.ts'

/** What the person said, looking back from this assessment. */
export function lookBackIn(assessment: Assessment): LookBack | undefined {
  return stored.lookBackIn(assessment)
}

/** Changes what is said looking back from an assessment, in one transaction with reading it. Nothing takes it away. */
export function changeLookBack<Refusal = never>(
  database: PeilDatabase,
  id: string,
  now: string,
  decide: (lookBack: LookBack | undefined) => Result<LookBack | undefined, Refusal>,
): Promise<Result<Assessment, Refusal | ChangeRefusal>> {
  return changeAssessment(database, id, (assessment) => {
    const decided = decide(stored.lookBackIn(assessment))
    return decided.ok ? ok(stored.withLookBack(assessment, decided.value, now)) : decided
  })
}
