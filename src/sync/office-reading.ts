import { type Result, fail, ok } from '../domain/result.ts'
import { problemKind } from '../protocol/problem.ts'

/** The port: the browser's own `fetch`, cookies of this origin included. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const refusals = ['sign-in-needed', 'not-released', 'forbidden', 'not-found', 'too-many-requests', 'unreachable', 'malformed'] as const
export type OfficeRefusal = { readonly kind: (typeof refusals)[number] }
export type Reading<T> = Promise<Result<T, OfficeRefusal>>

type Schema<T> = { readonly safeParse: (body: unknown) => { success: true; data: T } | { success: false } }

/** What an answer that is no success says, as far as leaders and owners are concerned. */
export function refusalIn(status: number, body: unknown): OfficeRefusal {
  const named = problemKind(body)
  const kind = refusals.find((each) => each === named)
  return { kind: kind ?? (status >= 500 ? 'unreachable' : 'malformed') }
}

export async function bodyOf(reply: Response): Promise<unknown> {
  return reply.json().catch(() => undefined)
}

/** Any answer is one here. Refused only where none came. */
export async function ask(fetch: Fetch, path: string, init?: RequestInit): Reading<Response> {
  try {
    return ok(await fetch(`/api/v1${path}`, { cache: 'no-cache', ...init }))
  } catch {
    return fail({ kind: 'unreachable' })
  }
}

export async function send(fetch: Fetch, path: string, init?: RequestInit): Reading<Response> {
  const reply = await ask(fetch, path, init)
  return !reply.ok || reply.value.ok ? reply : fail(refusalIn(reply.value.status, await bodyOf(reply.value)))
}

export async function read<T>(fetch: Fetch, schema: Schema<T>, path: string, init?: RequestInit): Reading<T> {
  const reply = await send(fetch, path, init)
  if (!reply.ok) return reply
  const parsed = schema.safeParse(await bodyOf(reply.value))
  return parsed.success ? ok(parsed.data) : fail({ kind: 'malformed' })
}
