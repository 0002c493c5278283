import { type DBCore, type DBCoreTable, type DBCoreTransaction, Dexie, type Middleware } from 'dexie'

/** Milliseconds a transaction may go without an answer. */
const patience = 10_000

/** `heardAt`: when something was answered last. `waiting`: gives up what was asked and is not answered. */
type Watched = { heardAt: number; readonly waiting: Set<() => void> }

const underWay = new Map<DBCoreTransaction, Watched>()
/** What writes holds others up, and may take its time as long as it gets on. */
let lastWrite = 0

function abort(transaction: DBCoreTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It is just ending.
  }
}

/** WebKit tells of an abort only once it is the transaction's turn, which may be never. */
function callOff(transaction: IDBTransaction, { waiting }: Watched): void {
  underWay.delete(transaction)
  abort(transaction)
  for (const giveUp of waiting) giveUp()
}

function watch(transaction: IDBTransaction, milliseconds: number): void {
  const watched: Watched = { heardAt: performance.now(), waiting: new Set() }
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    const left = Math.max(watched.heardAt, lastWrite) + milliseconds - performance.now()
    if (left > 0) timer = setTimeout(look, left)
    else callOff(transaction, watched)
  }
  const end = (): void => {
    clearTimeout(timer)
    underWay.delete(transaction)
  }
  transaction.addEventListener('complete', end)
  transaction.addEventListener('abort', end)
  underWay.set(transaction, watched)
  look()
}

function hear(transaction: DBCoreTransaction): void {
  const watched = underWay.get(transaction)
  if (watched === undefined) return
  watched.heardAt = performance.now()
  if ((transaction as IDBTransaction).mode === 'readwrite') lastWrite = watched.heardAt
}

const asks = ['get', 'getMany', 'query', 'count', 'mutate', 'openCursor'] as const

/** A table that is heard whenever it answers. In Dexie's own promises: others lose the transaction they belong to. */
function heard(table: DBCoreTable): DBCoreTable {
  const hearing = asks.map((ask) => {
    const asking = (request: { readonly trans: DBCoreTransaction }): Promise<unknown> =>
      new Dexie.Promise((resolve, reject) => {
        const waiting = underWay.get(request.trans)?.waiting
        const giveUp = (): void => {
          reject(new Dexie.TimeoutError('no answer'))
        }
        waiting?.add(giveUp)
        table[ask](request as never).then((answer: unknown) => {
          waiting?.delete(giveUp)
          hear(request.trans)
          resolve(answer)
        }, reject)
      })
    return [ask, asking] as const
  })
  return { ...table, ...Object.fromEntries(hearing) }
}

/**
 * Calls off what the browser leaves without an answer, so that nobody waits for ever and is told nothing. What is called off has
 * not happened.
 */
export function patient(milliseconds = patience): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'patient',
    // Below everything else: what is asked for here is what the browser is asked for.
    level: -20,
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => {
        const transaction = core.transaction(tables, mode, options)
        watch(transaction as IDBTransaction, milliseconds)
        return transaction
      },
      table: (name) => heard(core.table(name)),
    }),
  }
}

/** The work, or a refusal if it takes longer. It may still be done then. */
export function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Dexie.TimeoutError('no answer'))
    }, milliseconds)
  })
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer)
  })
}

/** Milliseconds, and how often. Whoever shows what was written reads it anew a moment later. */
const [pause, calmPauses, mostPauses] = [20, 3, 50]

/** Settles when nothing is under way any more, or after a second. Before a page that can choose when it is left. */
export async function atRest(): Promise<void> {
  let calm = 0
  for (let passed = 0; calm < calmPauses && passed < mostPauses; passed += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    calm = underWay.size === 0 ? calm + 1 : 0
  }
}

/**
 * Ends what is under way when the page is left, as the browser does. WebKit forgets to: what was left in the middle holds its tables, and no
 * answer can be saved until the browser is closed (bug 324094).
 */
export function endWithPage(): void {
  addEventListener('pagehide', () => {
    for (const transaction of underWay.keys()) abort(transaction)
  })
}
