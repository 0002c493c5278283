import { IDBKeyRange, indexedDB } from 'fake-indexeddb'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('the database cannot be read'))
    }
  })

/** Bytes as they would be read as text: what is not sealed would be found in them. */
function shown(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
}

/** Everything in a database, without Peil: every key and every value of every store, as one text. */
export async function rawDump(name: string): Promise<string> {
  const database = await done(indexedDB.open(name))
  const stores = [...database.objectStoreNames]
  const all = await Promise.all(
    stores.map(async (store) => {
      const rows = database.transaction(store).objectStore(store)
      return { store, keys: await done(rows.getAllKeys(IDBKeyRange.lowerBound(0))), values: await done(rows.getAll()) }
    }),
  )
  database.close()
  return JSON.stringify(all, shown)
}
