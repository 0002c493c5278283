import type { Table } from 'dexie'
import { type Module, type Sector, modules } from '../domain/instrument/instrument.ts'
import type { Targets } from '../domain/profile/targets.ts'
import type { Result } from '../domain/result.ts'
import { type KnownRound, knownRound } from '../protocol/known-round.ts'
import type { PeilDatabase } from './database.ts'
import { listParticipations } from './participations.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

function tableIn(database: PeilDatabase): Table<unknown, string> {
  return database.table('rounds')
}

function read(stored: unknown): readonly KnownRound[] {
  const parsed = knownRound.safeParse(stored)
  return parsed.success ? [parsed.data] : []
}

/** Every round this device has seen, the one that closes last first. */
export async function listRounds(database: PeilDatabase): Promise<readonly KnownRound[]> {
  const rounds = (await tableIn(database).toArray()).flatMap(read)
  return rounds.toSorted((a, b) => b.document.closes.localeCompare(a.document.closes))
}

export async function findRound(database: PeilDatabase, round: string): Promise<KnownRound | undefined> {
  return read(await tableIn(database).get(round))[0]
}

/** The targets of the joined round that closes last. Without one there are no targets. */
export async function targetsForPerson(database: PeilDatabase): Promise<Targets | undefined> {
  const mine = new Set((await listParticipations(database)).filter(({ stage }) => stage !== 'joining').map(({ round }) => round))
  const latest = (await listRounds(database)).find(({ round }) => mine.has(round))
  return latest && Object.fromEntries(latest.document.dimensions.map(({ id, targets }) => [id, targets]))
}

/** The modules that the rounds this device has joined ask people of a sector for. */
export async function modulesAsked(database: PeilDatabase, sector: Sector): Promise<readonly Module[]> {
  const [mine, rounds] = await Promise.all([listParticipations(database), listRounds(database)])
  const asking = rounds.filter(({ round, document }) =>
    document.units.some(
      ({ unit, instrument }) => instrument.id === sector && mine.some((each) => each.round === round && each.unit === unit),
    ),
  )
  const open = asking.filter(({ document }) => document.state !== 'released')
  return modules.filter((module) => open.some(({ document }) => document.dimensions.some(({ id }) => id === module)))
}

export type RoundTable = {
  readonly find: (round: string) => Promise<Result<KnownRound | undefined, StorageRefusal>>
  readonly save: (known: KnownRound) => Promise<Result<unknown, StorageRefusal>>
}

export function roundsIn(database: PeilDatabase): RoundTable {
  return {
    find: (round) => onDevice(() => findRound(database, round)),
    save: (known) => onDevice(() => tableIn(database).put(known)),
  }
}
