import { type KeptPack, packsNamed } from '../domain/instrument/own-pack.ts'
import type { Result } from '../domain/result.ts'
import { listAssessments } from './assessments.ts'
import type { PeilDatabase } from './database.ts'
import { ownPacksIn } from './own-packs.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'
import { versionsAsked } from './rounds.ts'

/** The packs that rounds ask for here, or that something was answered with. */
async function hashesNamed(database: PeilDatabase): Promise<readonly string[]> {
  const [asked, answered] = await Promise.all([versionsAsked(database), listAssessments(database)])
  const versions = [...asked, ...answered.map(({ instrumentVersion }) => instrumentVersion)]
  return [...new Set(versions.flatMap(packsNamed).map(({ sha256 }) => sha256))]
}

async function missing(database: PeilDatabase): Promise<readonly string[]> {
  const named = await hashesNamed(database)
  const found = await ownPacksIn(database).bulkGet([...named])
  return named.filter((_, at) => found[at] === undefined)
}

export type PackTable = {
  /** Hashes of packs that are named on this device, and not kept on it. */
  readonly missing: () => Promise<Result<readonly string[], StorageRefusal>>
  readonly save: (pack: KeptPack) => Promise<Result<unknown, StorageRefusal>>
}

export function packsIn(database: PeilDatabase): PackTable {
  return {
    missing: () => onDevice(() => missing(database)),
    save: (pack) => onDevice(() => ownPacksIn(database).put(pack)),
  }
}
