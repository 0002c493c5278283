import type { Table } from 'dexie'
import { type Dimension, type Module, type Sector, modules } from '../domain/instrument/instrument.ts'
import type { Targets } from '../domain/profile/targets.ts'
import type { Result } from '../domain/result.ts'
import { type KnownRound, knownRound } from '../protocol/known-round.ts'
import type { Participation } from '../protocol/participation.ts'
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

/** The joined round that closes last. */
export async function roundOfPerson(database: PeilDatabase): Promise<KnownRound | undefined> {
  const mine = new Set((await listParticipations(database)).filter(({ stage }) => stage !== 'joining').map(({ round }) => round))
  return (await listRounds(database)).find(({ round }) => mine.has(round))
}

/** The targets of that round. Without one there are no targets. */
export async function targetsForPerson(database: PeilDatabase): Promise<Targets | undefined> {
  const latest = await roundOfPerson(database)
  return latest && Object.fromEntries(latest.document.dimensions.map(({ id, targets }) => [id, targets]))
}

/** A place that is held, or may still be. */
function isGoing(participation: Participation): boolean {
  return participation.stage !== 'settled' && !(participation.stage === 'joining' && participation.refusal !== undefined)
}

type Asked = {
  readonly participation: string
  readonly sector: Sector
  readonly version: string
  readonly dimensions: readonly Dimension[]
}

/** What is asked in the rounds that are under way here; first the one that closes last. */
async function instrumentsAsked(database: PeilDatabase): Promise<readonly Asked[]> {
  const [mine, rounds] = await Promise.all([listParticipations(database), listRounds(database)])
  const going = rounds.filter(({ document }) => document.state !== 'released')
  return going.flatMap(({ round, document }) =>
    mine
      .filter((each) => isGoing(each) && each.round === round)
      .flatMap((each) => {
        const instrument = document.units.find(({ unit }) => unit === each.unit)?.instrument
        if (instrument === undefined) return []
        const dimensions = document.dimensions.map(({ id }) => id)
        return [{ participation: each.id, sector: instrument.id, version: instrument.version, dimensions }]
      }),
  )
}

/** The version of the questions that a person of a sector is asked: as the round says, if this device has joined one. */
export async function versionAsked(database: PeilDatabase, sector: Sector, place?: string): Promise<string | undefined> {
  const asked = (await instrumentsAsked(database)).filter((each) => each.sector === sector)
  return (asked.find(({ participation }) => participation === place) ?? asked[0])?.version
}

/** The modules that those rounds ask people of a sector for. */
export async function modulesAsked(database: PeilDatabase, sector: Sector): Promise<readonly Module[]> {
  const asked = (await instrumentsAsked(database)).filter((each) => each.sector === sector)
  return modules.filter((module) => asked.some(({ dimensions }) => dimensions.includes(module)))
}

export async function versionsAsked(database: PeilDatabase): Promise<readonly string[]> {
  return (await instrumentsAsked(database)).map(({ version }) => version)
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
