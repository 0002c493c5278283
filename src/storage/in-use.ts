import type { PeilDatabase } from './database.ts'
import { onDevice } from './refusals.ts'

/** Stands among the settings while a page is in sight. It is none. */
export const inUse = 'in-use'

/** Only where it is of use: WebKit sometimes leaves what a page wrote as its last unfinished, and those that come later wait for it. */
const isChromium = 'userAgentData' in navigator

/**
 * A page was in sight when the browser, or the tablet, died. Chromium may have died in the middle of a write then: it writes on after the
 * torn record at the next start, cannot read that at the one after, and throws the whole database away.
 */
export async function hasDiedInUse({ settings }: PeilDatabase): Promise<boolean> {
  if (!isChromium) return false
  const found = await onDevice(() => settings.get(inUse))
  // Where nothing can be read nothing can be mended either, and whoever reads next says so.
  return found.ok && found.value !== undefined
}

/** Straight to the browser, and told to end at once: a page that is being left has no time for another turn. */
function mark(database: PeilDatabase): void {
  try {
    const transaction = database.backendDB().transaction('settings', 'readwrite')
    const settings = transaction.objectStore('settings')
    if (document.visibilityState === 'visible') settings.put({ key: inUse, value: '' })
    else settings.delete(inUse)
    transaction.commit()
  } catch {
    // A database that is lost keeps what it says.
  }
}

/** For as long as the page lives. */
export function markInUse(database: PeilDatabase): void {
  if (!isChromium) return
  mark(database)
  document.addEventListener('visibilitychange', () => {
    mark(database)
  })
}
