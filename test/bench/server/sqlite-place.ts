import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type StoreName, fileOf, openStores } from '../../../src/server/store/stores.ts'
import { type Place, type Weight, countCounters } from './place.ts'

function weighTables(path: string): Pick<Weight, 'nullifierBytes' | 'counterBytes' | 'counterRows'> {
  const file = new DatabaseSync(path, { readOnly: true })
  const one = (text: string) => Number(file.prepare(text).get()?.['n'])
  const bytesOf = (...tables: readonly string[]) =>
    one(`SELECT SUM(pgsize) AS n FROM dbstat WHERE name IN (${tables.map((table) => `'${table}'`).join(', ')})`)
  const weighed = { nullifierBytes: bytesOf('nullifier'), counterBytes: bytesOf('head', 'cell'), counterRows: one(countCounters) }
  file.close()
  return weighed
}

function weigh(folder: string): Weight {
  const bytesOf = (store: StoreName) => statSync(join(folder, fileOf(store))).size
  return {
    ...weighTables(join(folder, fileOf('collector'))),
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
