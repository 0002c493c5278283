import * as z from 'zod/mini'
import { ok } from '../domain/result.ts'
import { route } from './route.ts'

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
