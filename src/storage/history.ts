import type { Assessment } from '../domain/assessment/assessment.ts'
import { inOrder } from '../domain/scoring/history.ts'
import { assessment as schema } from '../protocol/assessment.ts'
import type { PeilDatabase } from './database.ts'

/** `hasMore`: there may be older ones. */
export type History = { readonly assessments: readonly Assessment[]; readonly hasMore: boolean }

async function finishedAmong(database: PeilDatabase, keys: readonly string[]): Promise<readonly Assessment[]> {
  const stored = await database.assessments.bulkGet([...keys])
  return stored.flatMap((each) => {
    const parsed = schema.safeParse(each)
    return parsed.success && parsed.data.finishedAt !== undefined ? [parsed.data] : []
  })
}

/** The last finished ones, oldest first. Reads no more records than it must, however many years there are. */
export async function recentHistory(database: PeilDatabase, most: number): Promise<History> {
  const keys = await database.assessments.orderBy('startedAt').primaryKeys()
  let found: readonly Assessment[] = []
  let left = keys.length
  while (left > 0 && found.length < most) {
    const from = Math.max(0, left - (most - found.length))
    found = [...(await finishedAmong(database, keys.slice(from, left))), ...found]
    left = from
  }
  return { assessments: inOrder(found), hasMore: left > 0 }
}

/** Everything that was ever finished, oldest first. */
export async function wholeHistory(database: PeilDatabase): Promise<readonly Assessment[]> {
  return (await recentHistory(database, Infinity)).assessments
}
