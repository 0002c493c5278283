import * as z from 'zod/mini'
import { ok } from '../../domain/result.ts'
import { auditPage, auditPlace } from '../../protocol/audit.ts'
import { type Route, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { readAudit } from './read-audit.ts'

export function auditRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/audit',
      summary: 'What was done in the municipality and by which role, newest first, a page at a time',
      roles: ['owner'],
      query: z.strictObject({ before: z.optional(auditPlace) }),
      reply: auditPage,
      async handle({ principal, query: { before } }) {
        return ok(await readAudit(database, principal.municipality, before === undefined ? undefined : Number(before)))
      },
    }),
  ]
}
