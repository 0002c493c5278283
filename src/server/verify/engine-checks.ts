import { join } from 'node:path'
import { keepingOf } from '../store/keeping.ts'
import { versionsIn } from '../store/postgres-together.ts'
import { type Place, type StoreName, fileOf, roleOf, schemas } from '../store/stores.ts'
import { storesIn } from '../store/present.ts'
import type { Fault } from './fault.ts'
import { faultsOfPrivileges } from './privileges.ts'

const names = ['issuer', 'collector', 'released'] as const

export type CheckedStore = {
  readonly store: StoreName
  readonly version: number
  readonly newest: number
  readonly faults: readonly Fault[]
}

function checked(store: StoreName, version: number, faults: readonly Fault[]): CheckedStore {
  const newest = schemas[store].length
  return { store, version, newest, faults: version > newest ? [...faults, { store, kind: 'newer' }] : faults }
}

function checkFile(dataFolder: string, store: StoreName): CheckedStore {
  const { version, faults } = keepingOf(join(dataFolder, fileOf(store))).check()
  const damaged = faults.map((about): Fault => ({ store, kind: 'damaged', about }))
  return checked(store, version, damaged)
}

async function checkSchemas(databaseUrl: string): Promise<readonly CheckedStore[]> {
  const [versions, faults] = [await versionsIn(databaseUrl), await faultsOfPrivileges(databaseUrl)]
  return names.map((store) => {
    const version = versions[roleOf[store]]
    const missing: readonly Fault[] = version === undefined ? [{ store, kind: 'missing' }] : []
    return checked(store, version ?? 0, [...missing, ...faults.filter((fault) => fault.store === store)])
  })
}

/** What the engine can say of each store by itself, before anything opens it, and so brings it up to date. */
export async function checkByEngine(place: Place): Promise<readonly CheckedStore[]> {
  if (place.databaseUrl !== undefined) return checkSchemas(place.databaseUrl)
  const there = await storesIn(place)
  return names.map((store) => (there.has(store) ? checkFile(place.dataFolder, store) : checked(store, 0, [{ store, kind: 'missing' }])))
}
