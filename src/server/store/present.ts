import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { versionsIn } from './postgres-together.ts'
import { type Place, type StoreName, fileOf, roleOf } from './stores.ts'

/** Which stores are in a place. Asking makes none. */
export async function storesIn({ dataFolder, databaseUrl }: Place): Promise<ReadonlySet<StoreName>> {
  const names = ['issuer', 'collector', 'released'] as const
  if (databaseUrl === undefined) return new Set(names.filter((store) => existsSync(join(dataFolder, fileOf(store)))))
  const versions = await versionsIn(databaseUrl)
  return new Set(names.filter((store) => versions[roleOf[store]] !== undefined))
}
