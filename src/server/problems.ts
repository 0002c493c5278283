import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type ProblemKind, problemStatus } from '../protocol/problem.ts'
import type { Log } from './log.ts'
import { passingFault } from './store/faults.ts'

/** A refusal on its way out. `more` are further members of the problem document, such as both versions of a conflict. */
export type Refusal = {
  readonly kind: ProblemKind
  /** Seconds. */
  readonly retryAfter?: number
  readonly more?: Readonly<Record<string, unknown>>
}

const titles: Readonly<Record<ProblemKind, string>> = {
  malformed: 'The request does not have the form that is documented',
  'sign-in-needed': 'Sign in first',
  'token-invalid': 'The token is not valid for this round and unit',
  forbidden: 'You may not do this',
  'origin-refused': 'The request does not come from this app',
  'code-unknown': 'The code is not known',
  'not-found': 'There is nothing here',
  'not-released': 'The results are not released yet',
  'method-not-allowed': 'This cannot be done here',
  'code-spent': 'The code has been used on another device',
  conflict: 'Something else is stored already',
  'round-closed': 'The round is closed',
  'too-large': 'The request is too large',
  'wrong-content-type': 'The request has the wrong content type',
  'too-many-requests': 'Too many failed attempts; wait a little',
  internal: 'Something went wrong here',
  unavailable: 'The server cannot answer at the moment; try again later',
  'storage-full': 'The server has no room left; nothing was stored',
}

export const contentType = 'application/problem+json; charset=utf-8'

/** An RFC 9457 document. */
export function problemDocument({ kind, more }: Refusal): Readonly<Record<string, unknown>> {
  return { ...more, type: `urn:peil:${kind}`, title: titles[kind], status: problemStatus[kind] }
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter)
  return reply
    .code(problemStatus[refusal.kind])
    .header('cache-control', 'no-store')
    .type(contentType)
    .send(JSON.stringify(problemDocument(refusal)))
}

/** What cannot be read as HTTP never becomes a request; it gets an answer all the same. */
export function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const body = JSON.stringify(problemDocument({ kind: 'malformed' }))
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end([...head, '', body].join('\r\n'))
}

const kindOfStatus: Readonly<Partial<Record<number, ProblemKind>>> = { 404: 'not-found', 413: 'too-large', 415: 'wrong-content-type' }

const pauseSeconds = 60

/** What the framework refuses before a handler runs. An address that cannot be one of ours names nothing. */
function refusalOf(error: FastifyError): Refusal {
  const passing = passingFault(error)
  if (passing !== undefined) return { kind: passing, retryAfter: pauseSeconds }
  if (error.validation !== undefined) return { kind: error.validationContext === 'params' ? 'not-found' : 'malformed' }
  const status = error.statusCode ?? 500
  return { kind: status >= 500 ? 'internal' : (kindOfStatus[status] ?? 'malformed') }
}

/** Every error becomes a problem document. Ours are logged with their cause, never with the request. */
export function answerErrors(log: Log): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    const refusal = refusalOf(error)
    if (problemStatus[refusal.kind] >= 500) {
      log('error', 'a request failed', { route: request.routeOptions.url ?? 'none', cause: error.stack ?? error.message })
    }
    return sendProblem(reply, refusal)
  }
}
