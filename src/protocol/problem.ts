import * as z from 'zod/mini'

/** Every kind a server may answer with, and its status (RFC 9457; protocol, head and section 3). */
export const problemStatus = {
  malformed: 400,
  'sign-in-needed': 401,
  'token-invalid': 401,
  forbidden: 403,
  'origin-refused': 403,
  'code-unknown': 403,
  'not-found': 404,
  'not-released': 404,
  'method-not-allowed': 405,
  'code-spent': 409,
  conflict: 409,
  'round-closed': 410,
  'too-large': 413,
  'wrong-content-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 507,
} as const
export type ProblemKind = keyof typeof problemStatus

export const problem = z.object({ type: z.string(), title: z.string(), status: z.number() })

/** The kind in a problem document's `type`, or nothing if it is not one of ours. */
export function problemKind(body: unknown): ProblemKind | undefined {
  const parsed = problem.safeParse(body)
  if (!parsed.success) return undefined
  const kind = parsed.data.type.replace(/^urn:peil:/, '')
  return Object.keys(problemStatus).find((each): each is ProblemKind => each === kind)
}
