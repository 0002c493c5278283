import type { Result } from '../domain/result.ts'
import { type CarryRefusal, carriedLink, readCarried } from '../protocol/carried.ts'
import { finishedAssessments } from './assessments.ts'
import type { PeilDatabase } from './database.ts'

export { readCarried }

/** The latest finished result, and the link that a code of it says. */
export type Carried = { readonly finishedAt: string; readonly link: Result<string, CarryRefusal> }

export async function latestAsLink(database: PeilDatabase, origin: string): Promise<Carried | 'none'> {
  const [latest] = await finishedAssessments(database, 1)
  if (latest?.finishedAt === undefined) return 'none'
  // A live query goes on only after promises that Dexie can follow.
  return { finishedAt: latest.finishedAt, link: await Promise.resolve(carriedLink(origin, latest)) }
}
