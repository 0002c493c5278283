import * as z from 'zod/mini'
import { count, instant } from './ids.ts'

/** One thing that was done: ids and counts, nobody by name, nothing of a contribution. */
export const auditEntry = z.strictObject({
  seq: count,
  at: instant,
  who: z.enum(['operator', 'owner', 'leader', 'clock']),
  action: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** `GET /audit`: newest first. `next` is there if there is more: ask again with `before` set to it. */
export const auditPage = z.strictObject({ entries: z.array(auditEntry), next: z.optional(count) })
export type AuditPage = z.infer<typeof auditPage>
/** A `seq` in an address. */
export const auditPlace = z.string().check(z.regex(/^[1-9]\d{0,11}$/))
