import { useLiveQuery } from 'dexie-react-hooks'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Asked } from '../../domain/scoring/history.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { recentHistory } from '../../storage/history.ts'
import { packsFor } from '../../storage/own-packs.ts'

export type Remembered = { readonly asked: readonly Asked[]; readonly hasMore: boolean }

/** Each assessment with the questions it asked, as far as they are on the device. */
export async function withQuestions(database: PeilDatabase, assessments: readonly Assessment[]): Promise<readonly Asked[]> {
  const versions = [...new Set(assessments.map(({ instrumentVersion }) => instrumentVersion))]
  const kept = new Map(await Promise.all(versions.map(async (version) => [version, await packsFor(database, version)] as const)))
  return assessments.map((assessment) => {
    const packs = kept.get(assessment.instrumentVersion)
    return packs ? { assessment, instrument: instrumentFor(assessment, packs) } : { assessment }
  })
}

/** The last finished assessments, oldest first. Nothing while they are read. */
export function useHistory(database: PeilDatabase, most: number): Remembered | undefined {
  return useLiveQuery(async () => {
    const { assessments, hasMore } = await recentHistory(database, most)
    return { asked: await withQuestions(database, assessments), hasMore }
  }, [database, most])
}
