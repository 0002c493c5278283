import * as z from 'zod/mini'
import { fail, ok } from '../domain/result.ts'
import { type Route, route } from './route.ts'

/** Answers once the stores are open: the app is made after them. */
export const healthRoute = route({
  method: 'GET',
  path: '/health',
  atRoot: true,
  summary: 'Whether the server runs',
  roles: ['public'],
  reply: z.strictObject({ ok: z.literal(true) }),
  handle: () => Promise.resolve(ok({ ok: true } as const)),
})

/** For what stands in front and decides where requests go. */
export function readyRoute(isReady: () => Promise<boolean>): Route {
  return route({
    method: 'GET',
    path: '/ready',
    atRoot: true,
    summary: 'Whether requests should come here: not while the server starts or stops, or cannot reach its stores',
    roles: ['public'],
    reply: z.strictObject({ ready: z.literal(true) }),
    refusals: ['unavailable'],
    handle: async () => ((await isReady()) ? ok({ ready: true } as const) : fail({ kind: 'unavailable', retryAfter: 5 })),
  })
}
