type Keeping = 'kept' | 'may-be-cleared' | 'unknown'

/** Some browsers, and every page on plain http, have no storage manager. */
function manager(): StorageManager | undefined {
  return 'storage' in navigator ? navigator.storage : undefined
}

async function ask(question: (storage: StorageManager) => Promise<boolean>): Promise<Keeping> {
  const storage = manager()
  if (storage === undefined) return 'unknown'
  try {
    return (await question(storage)) ? 'kept' : 'may-be-cleared'
  } catch {
    return 'unknown'
  }
}

export function storageKeeping(): Promise<Keeping> {
  return ask((storage) => storage.persisted())
}

export function keepStorage(): Promise<Keeping> {
  return ask((storage) => storage.persist())
}

/** How many bytes may still be stored. */
export async function roomLeft(): Promise<number | undefined> {
  try {
    const { quota, usage } = (await manager()?.estimate()) ?? {}
    return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage)
  } catch {
    return undefined
  }
}
