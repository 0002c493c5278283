import type { Table } from 'dexie'
import type { PersonalPlan } from '../domain/plan/goals.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { personalPlan } from '../protocol/assessment.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

/** The one plan of the person who uses this device. */
export const ownPlan = 'own'

function plansIn(database: PeilDatabase): Table<unknown, string> {
  return database.table('plans')
}

/** Something is stored that this version of Peil cannot read. It is left as it is. */
export type PlanRefusal = StorageRefusal | { readonly kind: 'unreadable' }

async function read(database: PeilDatabase): Promise<Result<PersonalPlan, PlanRefusal>> {
  const stored = await plansIn(database).get(ownPlan)
  if (stored === undefined) return ok({ id: ownPlan, goals: [] })
  const parsed = personalPlan.safeParse(stored)
  return parsed.success ? ok(parsed.data) : fail({ kind: 'unreadable' })
}

/** An empty plan where none is stored. */
export async function loadPlan(database: PeilDatabase): Promise<Result<PersonalPlan, PlanRefusal>> {
  const done = await onDevice(() => read(database))
  return done.ok ? done.value : done
}

/** Reads, decides and writes in one transaction. */
export async function changePlan<Refusal>(
  database: PeilDatabase,
  decide: (plan: PersonalPlan) => Result<PersonalPlan, Refusal>,
): Promise<Result<PersonalPlan, Refusal | PlanRefusal>> {
  const plans = plansIn(database)
  const done = await onDevice(() =>
    database.transaction('rw', plans, async () => {
      const stored = await read(database)
      if (!stored.ok) return stored
      const decided = decide(stored.value)
      if (decided.ok) await plans.put(decided.value)
      return decided
    }),
  )
  return done.ok ? done.value : done
}
