import type { Database } from '../../src/server/store/database.ts'
import type { Stores } from '../../src/server/store/stores.ts'
import { storesIn } from './stores.ts'

/** Stores of which a test sees how often they are asked, and in which it can let a commit of the collector fail. */
export type Watched = {
  readonly open: (folder: string) => Stores
  /** Statements and transactions that went to a store since the last look. */
  readonly asked: () => { readonly issuer: number; readonly collector: number }
  /** From now on what the collector commits fails so; nothing: no more. */
  readonly failWith: (cause: Error | undefined) => void
}

export function watchStores(): Watched {
  const counts = { issuer: 0, collector: 0 }
  let fault: Error | undefined
  function faulty<T>(value: T): T {
    if (fault !== undefined) throw fault
    return value
  }
  function watched(database: Database, name: 'issuer' | 'collector'): Database {
    const mayFail = <T>(value: T): T => (name === 'collector' ? faulty(value) : value)
    return {
      ...database,
      async all(text, ...values) {
        counts[name] += 1
        const rows = await database.all(text, ...values)
        // What counts on PostgreSQL is committed by itself: its answer is lost.
        return text.startsWith('WITH') ? mayFail(rows) : rows
      },
      transaction(work, isolation) {
        counts[name] += 1
        return database.transaction(async (sql) => mayFail(await work(sql)), isolation)
      },
    }
  }
  return {
    open(folder) {
      const stores = storesIn(folder)
      return { ...stores, issuer: watched(stores.issuer, 'issuer'), collector: watched(stores.collector, 'collector') }
    },
    asked() {
      const since = { ...counts }
      Object.assign(counts, { issuer: 0, collector: 0 })
      return since
    },
    failWith(cause) {
      fault = cause
    },
  }
}
