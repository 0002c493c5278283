import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AnyPage } from './any-browser.ts'

export type NewerLater = {
  readonly origin: string
  /** From now on the address serves a newer build. */
  readonly publish: () => void
  /** Takes the network away, and gives it back. */
  readonly lose: (isLost: boolean) => void
  readonly close: () => void
}

/** A file that the newer build calls by another name: what lies under the old name is gone. */
export type Renamed = { readonly from: string; readonly to: string }

/** The same server, behind an address where a newer build can appear. */
export async function newerLater(server: string, renamed?: Renamed): Promise<NewerLater> {
  let isPublished = false
  let isLost = false
  const proxy = createServer((request, reply) => {
    if (isLost) {
      request.destroy()
      return
    }
    const path = request.url ?? '/'
    const isGone = isPublished && renamed !== undefined && path === renamed.from
    const real = isPublished && path === renamed?.to ? renamed.from : path
    void fetch(server + real).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer())
      reply.writeHead(isGone ? 404 : answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
        'cache-control': 'no-cache',
      })
      reply.end(isGone ? '' : isPublished && path === '/sw.js' ? newerWorker(body.toString(), renamed) : body)
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return {
    origin: `http://localhost:${address.port}`,
    publish: () => {
      isPublished = true
    },
    lose: (now) => {
      isLost = now
    },
    close: () => {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}

function newerWorker(worker: string, renamed: Renamed | undefined): string {
  const named = renamed === undefined ? worker : worker.replace(renamed.from.slice(1), renamed.to.slice(1))
  return `${named}\n// newer\n`
}

/** Until the newer build is downloaded and waits. */
export async function untilWaiting(page: AnyPage): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    while (registration.waiting === null) await new Promise((resolve) => registration.installing?.addEventListener('statechange', resolve))
  })
}
