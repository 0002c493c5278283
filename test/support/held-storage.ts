/** Keeps every table of a database to itself, as a page does that was left and is not let go. Gives back what lets go. */
export async function holdStorage(name: string): Promise<() => Promise<void>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => {
      resolve(opening.result)
    }
    opening.onerror = () => {
      reject(new Error('not opened'))
    }
  })
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite')
  const store = transaction.objectStore('settings')
  let isHeld = true
  const hold = (): void => {
    if (isHeld) store.count().onsuccess = hold
  }
  hold()
  return () =>
    new Promise((resolve) => {
      transaction.oncomplete = () => {
        database.close()
        resolve()
      }
      isHeld = false
    })
}
