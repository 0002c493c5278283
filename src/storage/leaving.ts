import type { Table } from 'dexie'
import type { KnownRound } from '../protocol/known-round.ts'
import { type Left, left as schema } from '../protocol/left.ts'
import type { Participation } from '../protocol/participation.ts'
import type { PeilDatabase } from './database.ts'
import type { ParticipationTable } from './participations.ts'
import { onDevice } from './refusals.ts'
import type { RoundTable } from './rounds.ts'

export function leavingTable(database: PeilDatabase): Table<unknown, string> {
  return database.table('leaving')
}

function read(stored: unknown): readonly Left[] {
  const parsed = schema.safeParse(stored)
  return parsed.success ? [parsed.data] : []
}

async function list(database: PeilDatabase): Promise<readonly Left[]> {
  return (await leavingTable(database).toArray()).flatMap(read)
}

/** Nobody is there to change it or to ask how it went: what has arrived, or cannot any more, is gone from the device at once. */
async function change(
  database: PeilDatabase,
  id: string,
  decide: (stored: Participation) => Participation,
): Promise<Participation | undefined> {
  const table = leavingTable(database)
  return database.transaction('rw', table, async () => {
    const [left] = read(await table.get(id))
    if (left === undefined) return undefined
    const decided = decide(left.place)
    if (decided.stage === 'waiting') await table.put({ ...left, place: decided })
    else await table.delete(id)
    return decided
  })
}

async function saveRound(database: PeilDatabase, known: KnownRound): Promise<void> {
  const table = leavingTable(database)
  await database.transaction('rw', table, async () => {
    const all = await list(database)
    await table.bulkPut(all.filter(({ place }) => place.round === known.round).map((left) => ({ ...left, known })))
  })
}

/** What is left behind, as the outbox knows it. */
export function leavingIn(database: PeilDatabase): { readonly participations: ParticipationTable; readonly rounds: RoundTable } {
  return {
    participations: {
      list: () => onDevice(async () => (await list(database)).map(({ place }) => place)),
      find: (id) => onDevice(async () => read(await leavingTable(database).get(id))[0]?.place),
      add: (place) => onDevice(() => leavingTable(database).add({ id: place.id, place })),
      change: (id, decide) => onDevice(() => change(database, id, decide)),
      remove: (id) => onDevice(() => leavingTable(database).delete(id)),
    },
    rounds: {
      find: (round) => onDevice(async () => (await list(database)).find(({ known }) => known?.round === round)?.known),
      save: (known) => onDevice(() => saveRound(database, known)),
    },
  }
}
