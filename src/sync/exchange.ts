import type { Fetch } from './office.ts'
import type { Exchange, Reply } from './ports.ts'

const patience = 30_000

async function read(response: Response): Promise<Reply> {
  const body: unknown = await response.json().catch(() => undefined)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return { status: response.status, body, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}) }
}

/** Talks to the server that the app came from, and to others where it is told so. */
export function exchangeOver(fetch: Fetch, own: string): Exchange {
  return async (method, path, options = {}) => {
    const origin = options.to ?? own
    try {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        cache: method === 'GET' ? 'no-cache' : 'no-store',
        signal: AbortSignal.timeout(patience),
        ...(options.body === undefined ? {} : { body: options.body, headers: { 'content-type': 'application/json' } }),
      })
      return await read(response)
    } catch {
      return undefined
    }
  }
}
