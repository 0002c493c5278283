import type { ReleasedRound } from './released-round.ts'
import type { Session } from '../../src/protocol/session.ts'
import { type Office, officeOver } from '../../src/sync/office.ts'

/** A server's answers by path, below `/api/v1`. What is not listed is a problem of kind `not-found`. */
export type Answers = Readonly<Record<string, unknown>>

/** An answer that is a problem document. */
export class Problem {
  readonly kind: string
  readonly status: number
  constructor(kind: string, status: number) {
    this.kind = kind
    this.status = status
  }
}

function replyWith(answer: unknown): Response {
  if (answer instanceof Problem) {
    return Response.json({ type: `urn:peil:${answer.kind}`, title: answer.kind, status: answer.status }, { status: answer.status })
  }
  return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer, { headers: { etag: '"1"' } })
}

export type Request = { readonly method: string; readonly path: string; readonly body: unknown }

/** The real reader of documents over a server that answers from a list, and what was asked of it. */
export function officeAnswering(answers: Answers): { office: Office; requests: Request[] } {
  const requests: Request[] = []
  const office = officeOver((url, init) => {
    const method = init?.method ?? 'GET'
    const path = url.replace('/api/v1', '')
    requests.push({ method, path, body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined })
    const key = method === 'GET' ? path : `${method} ${path}`
    return Promise.resolve(replyWith(key in answers ? answers[key] : new Problem('not-found', 404)))
  })
  return { office, requests }
}

export const unreachable: Office = officeOver(() => Promise.reject(new TypeError('no network')))

export function unitsOf({
  round,
}: ReleasedRound): { unit: string; name: string; sector: ReleasedRound['round']['units'][number]['sector'] }[] {
  return round.units.map(({ unit, name, sector }) => ({ unit, name, sector }))
}

export function sessionOf(released: ReleasedRound, role: 'owner' | 'leader', only?: string): Session {
  const units = unitsOf(released).filter(({ unit }) => only === undefined || unit === only)
  return { role, municipality: { id: 'fjordvik', name: released.round.municipality }, units }
}

/** Everything a server answers about one released round. */
export function answersOf(released: ReleasedRound): Answers {
  const at = `/rounds/${released.round.round}`
  return {
    '/rounds': released.list,
    [at]: released.round,
    [`${at}/results`]: released.release,
    ...Object.fromEntries(released.round.units.map(({ unit }) => [`${at}/results/${unit}`, released.resultOf(unit)])),
  }
}
