import type { Dexie } from 'dexie'

/** Why there is no database. `refused`: the browser keeps nothing. `blocked`: an older Peil holds on to it. `hangs`: no answer came. */
export type Closed = 'refused' | 'blocked' | 'hangs'
type Opening = { readonly kind: 'opened' | Closed }

/** How long to wait for the browser, in milliseconds. */
const patience = 5_000
/** The same for the first read, which is short. Now and then it is never answered in WebKit, over a connection that did open. */
const readPatience = 1_500

/** Gives `otherwise` when nothing comes in time. */
async function inTime<T>(awaited: Promise<T>, milliseconds: number, otherwise: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise())
    }, milliseconds)
  })
  const first = await Promise.race([awaited, late])
  clearTimeout(timer)
  return first
}

/** Every table, so that nothing read later waits for what an earlier page left unfinished. */
function answers(database: Dexie, milliseconds: number): Promise<boolean> {
  const [table] = database.tables
  const read = database
    .transaction('r', database.tables, () => table?.count())
    .then(
      () => true,
      () => false,
    )
  return inTime(read, milliseconds, () => false)
}

async function attempt(database: Dexie, milliseconds: number, forFirstRead = milliseconds): Promise<Opening> {
  let isBlocked = false
  const blocked = (): void => {
    isBlocked = true
  }
  database.on('blocked', blocked)
  const opening = database.open().then(
    (): Opening => ({ kind: 'opened' }),
    (): Opening => ({ kind: 'refused' }),
  )
  const first = await inTime<Opening>(opening, milliseconds, () => ({ kind: isBlocked ? 'blocked' : 'hangs' }))
  database.on('blocked').unsubscribe(blocked)
  if (first.kind === 'refused' || (first.kind === 'opened' && (await answers(database, forFirstRead)))) return first
  // Closed for good: what asks for something now is refused at once, and does not hang too. It must be over before the next attempt.
  database.close()
  await opening
  return first.kind === 'opened' ? { kind: 'hangs' } : first
}

/**
 * Opens the database, and makes sure that it can be read. The first time after a start, Safari may never answer: then the attempt is given
 * up and made once more. One that another tab holds back is not made again, as it would only stand in the same queue.
 */
export async function openDatabase(database: Dexie, milliseconds = patience): Promise<Opening> {
  const first = await attempt(database, milliseconds, readPatience)
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
