import { scriptForPages } from './bundle.ts'
import { type Query, describeQuery } from './query.ts'
import { Refused, type Session, until } from './session.ts'

/** What stands for an element between driver and window. */
export type Element = Readonly<Record<string, string>>
type Seen = { readonly count: number; readonly visible: boolean; readonly element?: Element }

export function pathOf(element: Element): string {
  return `/element/${Object.values(element)[0] ?? ''}`
}

/** One window of a session, that commands can be given to. */
export type Window = {
  readonly post: (path: string, body?: object) => Promise<unknown>
  readonly get: (path: string) => Promise<unknown>
  readonly run: (script: string) => Promise<unknown>
  /** Calls a function in the page, given as its source. A promise is waited for. */
  readonly call: (source: string, ...given: readonly unknown[]) => Promise<unknown>
  readonly see: (query: Query) => Promise<Seen>
  /** Waits until there is exactly one, in sight, and lets it be used. Gives the path of its element. */
  readonly use: <Result>(query: Query, act: (path: string, element: Element) => Promise<Result>) => Promise<Result>
}

/** The page was drawn anew, or something moves over what is meant: a moment later it may go. */
const passing = new Set(['stale element reference', 'no such element', 'element click intercepted', 'element not interactable'])

function isPassing(cause: unknown): cause is Refused {
  return cause instanceof Refused && passing.has(cause.kind)
}

/** Commands to windows of one session come one after the other, each to its own window. */
export function switchboard(session: Session): (handle: string) => Pick<Window, 'post' | 'get'> {
  let turn: Promise<unknown> = Promise.resolve()
  let current = ''
  const inTurn = (handle: string, command: () => Promise<unknown>): Promise<unknown> => {
    const next = turn.then(async () => {
      if (current !== handle) await session.post('/window', { handle })
      current = handle
      return command()
    })
    turn = next.catch(() => undefined)
    return next
  }
  return (handle) => ({
    post: (path, body) => inTurn(handle, () => session.post(path, body)),
    get: (path) => inTurn(handle, () => session.get(path)),
  })
}

/** What the driver scrolls to comes to rest under a bar that sticks to the edge, and then counts as out of reach. */
const intoSight = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"

export function openWindow({ post, get }: Pick<Window, 'post' | 'get'>): Window {
  const execute = (script: string, args: readonly unknown[]) => post('/execute/sync', { script, args })
  const see = async (query: Query): Promise<Seen> => {
    const script = 'return globalThis.peilTest === undefined ? null : peilTest.see(arguments[0])'
    try {
      const seen = (await execute(script, [query])) as Seen | null
      if (seen !== null) return seen
      await execute(await scriptForPages(), [])
    } catch (cause) {
      if (!isPassing(cause)) throw cause
    }
    return see(query)
  }
  const use: Window['use'] = async (query, act) => {
    let last = ''
    const tried = async () => {
      const { count, visible, element } = await see(query)
      last = `${count} found, ${visible ? '' : 'not '}in sight`
      if (count !== 1 || !visible || element === undefined) return undefined
      try {
        await execute(intoSight, [element])
        return { result: await act(pathOf(element), element) }
      } catch (cause) {
        if (!isPassing(cause)) throw cause
        last = cause.message
        return undefined
      }
    }
    return (await until(tried, () => `${describeQuery(query)}: ${last}`)).result
  }
  return {
    post,
    get,
    run: (script) => execute(script, []),
    call: (source, ...given) => execute(`return (${source})(...arguments)`, given),
    see,
    use,
  }
}
