import type { Dexie } from 'dexie'

/** Why there is no database. `refused`: the browser keeps nothing. `blocked`: an older Peil holds on to it. `hangs`: no answer came. */
export type Closed = 'refused' | 'blocked' | 'hangs'
type Opening = { readonly kind: 'opened' | Closed }

/** How long to wait for the browser, in milliseconds. */
const patience = 5_000

async function attempt(database: Dexie, milliseconds: number): Promise<Opening> {
  let isBlocked = false
  const blocked = (): void => {
    isBlocked = true
  }
  database.on('blocked', blocked)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Opening>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: isBlocked ? 'blocked' : 'hangs' })
    }, milliseconds)
  })
  const opening = database.open().then(
    (): Opening => ({ kind: 'opened' }),
    (): Opening => ({ kind: 'refused' }),
  )
  const first = await Promise.race([opening, late])
  clearTimeout(timer)
  database.on('blocked').unsubscribe(blocked)
  if (first.kind !== 'blocked' && first.kind !== 'hangs') return first
  // Closed for good: what asks for something now is refused at once, and does not hang too. It must be over before the next attempt.
  database.close()
  await opening
  return first
}

/**
 * Opens the database. The first time after a start, Safari may never answer: then the attempt is given up and made once more. One that
 * another tab holds back is not made again, as it would only stand in the same queue.
 */
export async function openDatabase(database: Dexie, milliseconds = patience): Promise<Opening> {
  const first = await attempt(database, milliseconds)
  return first.kind === 'hangs' ? attempt(database, milliseconds) : first
}

const reopening = new WeakMap<Dexie, Promise<boolean>>()

/** Makes the connection anew. Everybody who asks meanwhile waits for the same one. */
export function reopen(database: Dexie): Promise<boolean> {
  const under = reopening.get(database)
  if (under) return under
  database.close({ disableAutoOpen: false })
  const opening = attempt(database, patience).then(({ kind }) => {
    reopening.delete(database)
    return kind === 'opened'
  })
  reopening.set(database, opening)
  return opening
}
