import type { Table } from 'dexie'
import type { Result } from '../domain/result.ts'
import { type Participation, participation as schema } from '../protocol/participation.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

type Stored<T> = Promise<Result<T, StorageRefusal>>

function tableIn(database: PeilDatabase): Table<unknown, string> {
  return database.table('participations')
}

/** A record no version of Peil could have written is left alone, and treated as not there. */
function read(stored: unknown): readonly Participation[] {
  const parsed = schema.safeParse(stored)
  return parsed.success ? [parsed.data] : []
}

/** In the order of their random ids, which says nothing about who came first. */
export async function listParticipations(database: PeilDatabase): Promise<readonly Participation[]> {
  return (await tableIn(database).toArray()).flatMap(read)
}

export async function findParticipation(database: PeilDatabase, id: string): Promise<Participation | undefined> {
  return read(await tableIn(database).get(id))[0]
}

/** Reads, decides and writes in one transaction, so that two tabs never overwrite each other. */
async function changeParticipation(
  database: PeilDatabase,
  id: string,
  decide: (stored: Participation) => Participation,
): Promise<Participation | undefined> {
  const table = tableIn(database)
  return database.transaction('rw', table, async () => {
    const stored = await findParticipation(database, id)
    if (stored === undefined) return undefined
    const decided = decide(stored)
    if (decided !== stored) await table.put(decided)
    return decided
  })
}

export type ParticipationTable = {
  readonly list: () => Stored<readonly Participation[]>
  readonly find: (id: string) => Stored<Participation | undefined>
  readonly add: (participation: Participation) => Stored<unknown>
  readonly change: (id: string, decide: (stored: Participation) => Participation) => Stored<Participation | undefined>
  readonly remove: (id: string) => Stored<unknown>
}

/** The slips of this device. */
export function participationsIn(database: PeilDatabase): ParticipationTable {
  return {
    list: () => onDevice(() => listParticipations(database)),
    find: (id) => onDevice(() => findParticipation(database, id)),
    add: (participation) => onDevice(() => tableIn(database).add(participation)),
    change: (id, decide) => onDevice(() => changeParticipation(database, id, decide)),
    remove: (id) => onDevice(() => tableIn(database).delete(id)),
  }
}
