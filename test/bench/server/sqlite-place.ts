import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type StoreName, fileOf, openStores } from '../../../src/server/store/stores.ts'
import type { Place, Weight } from './place.ts'

function bytesByTable(path: string): ReadonlyMap<string, number> {
  const file = new DatabaseSync(path, { readOnly: true })
  const rows = file.prepare('SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name').all()
  file.close()
  return new Map(rows.map((row) => [String(row['name']), Number(row['bytes'])]))
}

function weigh(folder: string): Weight {
  const bytesOf = (store: StoreName) => statSync(join(folder, fileOf(store))).size
  const tables = bytesByTable(join(folder, fileOf('collector')))
  return {
    nullifierBytes: tables.get('nullifier') ?? 0,
    counterBytes: (tables.get('head') ?? 0) + (tables.get('cell') ?? 0),
    collectorBytes: bytesOf('collector'),
    issuerBytes: bytesOf('issuer'),
    releasedBytes: bytesOf('released'),
  }
}

/** Three files in a folder of their own. */
export function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'peil-bench-'))
  return {
    engine: 'sqlite',
    folder,
    environment: { PEIL_DATA: folder },
    open: () => openStores(folder),
    copy: () => {
      const other = sqlitePlace()
      cpSync(folder, other.folder, { recursive: true })
      return Promise.resolve(other)
    },
    weigh: () => Promise.resolve(weigh(folder)),
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}
