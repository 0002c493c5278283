import { setTimeout as pass } from 'node:timers/promises'

/** What the driver refuses, by the W3C's name for it. */
export class Refused extends Error {
  readonly kind: string
  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`)
    this.kind = kind
  }
}

/** An open window, as the driver calls it. */
export type Session = {
  readonly post: (path: string, body?: object) => Promise<unknown>
  readonly get: (path: string) => Promise<unknown>
  readonly end: () => Promise<unknown>
}

async function command(method: string, address: string, body?: object): Promise<unknown> {
  const reply = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = (await reply.json()) as { value: unknown }
  if (reply.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new Refused(error, message)
}

/** Waits for what may take a moment, such as a page that is still drawing. Undefined means: not yet. */
export async function until<Result>(
  look: () => Result | undefined | Promise<Result | undefined>,
  missing: () => string,
  within = 30_000,
): Promise<Result> {
  const end = Date.now() + within
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(missing())
    await pass(40)
  }
}

/** Until the driver listens. */
export async function untilReady(driver: string): Promise<void> {
  const ready = () =>
    fetch(`${driver}/status`).then(
      (reply) => (reply.ok ? true : undefined),
      () => undefined,
    )
  await until(ready, () => 'WebKitWebDriver does not answer')
}

/** @param program what the driver starts, and with which words */
export async function startSession(
  driver: string,
  program: { readonly binary: string; readonly args: readonly string[] },
): Promise<Session> {
  // A page may wait for its service worker as long as a test may last.
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': program, timeouts: { script: 240_000 } } }
  const { sessionId } = (await command('POST', `${driver}/session`, { capabilities })) as { sessionId: string }
  const session = `${driver}/session/${sessionId}`
  return {
    post: (path, body = {}) => command('POST', session + path, body),
    get: (path) => command('GET', session + path),
    end: () => command('DELETE', session),
  }
}
