import type { Table } from 'dexie'
import type { Result } from '../domain/result.ts'
import { type ProfileFile, profileFile } from '../protocol/profile.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'
import { roundOfPerson } from './rounds.ts'

/** What a round's municipality says about itself. Without a file it had nothing of its own to say when it was last asked. */
type StoredProfile = { readonly round: string; readonly file?: unknown }

function tableIn(database: PeilDatabase): Table<StoredProfile, string> {
  return database.table('profiles')
}

/** The profile that came with the round the person has joined. What an older or newer Peil stored and this one cannot read is none. */
export async function profileForPerson(database: PeilDatabase): Promise<ProfileFile | undefined> {
  const round = await roundOfPerson(database)
  const stored = round && (await tableIn(database).get(round.round))
  return profileFile.safeParse(stored?.file).data
}

/** The round whose profile is read here, and whether there has ever been an answer about it. */
export type ProfileWanted = { readonly round: string; readonly isKnown: boolean }

async function wanted(database: PeilDatabase): Promise<ProfileWanted | undefined> {
  const known = await roundOfPerson(database)
  return known && { round: known.round, isKnown: (await tableIn(database).get(known.round)) !== undefined }
}

export type ProfileTable = {
  readonly wanted: () => Promise<Result<ProfileWanted | undefined, StorageRefusal>>
  /** Without a file: the municipality has none of its own. */
  readonly save: (round: string, file?: ProfileFile) => Promise<Result<unknown, StorageRefusal>>
}

export function profilesIn(database: PeilDatabase): ProfileTable {
  return {
    wanted: () => onDevice(() => wanted(database)),
    save: (round, file) => onDevice(() => tableIn(database).put({ round, ...(file && { file }) })),
  }
}
