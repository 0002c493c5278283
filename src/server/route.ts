import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import * as z from 'zod/mini'
import type { $ZodType, output } from 'zod/v4/core'
import type { Result } from '../domain/result.ts'
import { type ProblemKind, problem, problemStatus } from '../protocol/problem.ts'
import type { Failures } from './failures.ts'
import type { Access, Authenticate } from './access.ts'
import type { Principal } from './accounts/principal.ts'
import { type Refusal, sendProblem } from './problems.ts'

/** What a handler gets. `principal` is who signed in, narrowed to the roles of the route. */
export type Call<A extends Access, P extends $ZodType, Q extends $ZodType, B extends $ZodType> = {
  readonly params: output<P>
  readonly query: output<Q>
  readonly body: output<B>
  readonly principal: A extends readonly ['public'] ? Principal | undefined : Extract<Principal, { role: A[number] }>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Declaration<A extends Access, P extends $ZodType, Q extends $ZodType, B extends $ZodType, R extends $ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string
  readonly atRoot?: true
  readonly summary: string
  readonly roles: A
  /** A public route that also looks at the session, if there is one. */
  readonly session?: 'optional'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Default `application/json`. Another type arrives as bytes: use `bytes` as the body's schema. */
  readonly consumes?: string
  /** Bytes; default 16 KiB. */
  readonly bodyLimit?: number
  readonly reply: R
  readonly status?: 200 | 201 | 204
  /** Takes in `If-Match`, which it needs, the ETag of what it replaces; what it does with another one is its own. */
  readonly ifMatch?: true
  /** Answers with a strong ETag, and with 304 when the client holds the same bytes. */
  readonly revalidate?: true
  /** With `revalidate`: what is at this address never changes, so that it need not be asked about again. */
  readonly immutable?: true
  /** Carries no ambient authority, so that it may be called from anywhere (only issuing and contributing do). */
  readonly anyOrigin?: true
  /** What the handler may refuse with, for the documentation. */
  readonly refusals?: readonly ProblemKind[]
  /** The refusals that count as guessing (protocol, section 5). */
  readonly guessing?: readonly ProblemKind[]
  /** What everybody is told, whoever asks: decided before the roles. The parameters are as they came. */
  readonly toEverybody?: (params: unknown) => Promise<Refusal | undefined>
  readonly handle: (call: Call<A, P, Q, B>) => Promise<Result<output<R>, Refusal>>
}

/** What routes need from the app around them. */
export type Host = { readonly publicOrigin: string; readonly authenticate: Authenticate; readonly failures: Failures }

/** A declared route, ready to be put into an app. */
export type Route = {
  readonly method: string
  readonly url: string
  readonly consumes: string
  mount(app: FastifyInstance, host: Host): void
}

/** The body of a route that consumes something else than JSON. */
export const bytes = z.instanceof(Uint8Array)
/** The reply of a route with status 204, and of any with 304. */
export const nothing = z.void()

const noQuery = z.strictObject({})
const withIfMatch = z.looseObject({ 'if-match': z.string() })
const documentedProblem = z.looseObject(problem.shape)

type AnyDeclaration = Omit<Declaration<Access, $ZodType, $ZodType, $ZodType, $ZodType>, 'handle'>

function isUnsafe(declaration: AnyDeclaration): boolean {
  return declaration.method !== 'GET'
}

function isPublic(roles: Access): boolean {
  return roles[0] === 'public'
}

/** Decided before the body is read: where the request comes from, and who it speaks for. */
function guard(declaration: AnyDeclaration, host: Host, principals: WeakMap<FastifyRequest, Principal>): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (isUnsafe(declaration) && declaration.anyOrigin === undefined && request.headers.origin !== host.publicOrigin) {
      return sendProblem(reply, { kind: 'origin-refused' })
    }
    const answer = await declaration.toEverybody?.(request.params)
    if (answer !== undefined) return sendProblem(reply, answer)
    if (isPublic(declaration.roles) && declaration.session === undefined) return undefined
    const principal = await host.authenticate(request)
    if (principal !== undefined) principals.set(request, principal)
    if (isPublic(declaration.roles)) return undefined
    if (principal === undefined) return sendProblem(reply, { kind: 'sign-in-needed' })
    const roles: readonly string[] = declaration.roles
    return roles.includes(principal.role) ? undefined : sendProblem(reply, { kind: 'forbidden' })
  }
}

/** Every refusal the route can give, its own and those of the frame around it. */
function refusalsOf(declaration: AnyDeclaration): readonly ProblemKind[] {
  return [
    ...(declaration.refusals ?? []),
    'malformed',
    ...(declaration.params === undefined ? [] : (['not-found'] as const)),
    ...(declaration.body === undefined ? [] : (['too-large', 'wrong-content-type'] as const)),
    ...(isPublic(declaration.roles) ? [] : (['sign-in-needed', 'forbidden'] as const)),
    ...(isUnsafe(declaration) && declaration.anyOrigin === undefined ? (['origin-refused'] as const) : []),
    ...(declaration.guessing === undefined ? [] : (['too-many-requests'] as const)),
  ]
}

function documentedReplies(declaration: AnyDeclaration): Record<number, unknown> {
  const kinds = [...new Set(refusalsOf(declaration))]
  const byStatus = Object.groupBy(kinds, (kind) => String(problemStatus[kind]))
  const problems = Object.entries(byStatus).map(([status, kindsHere = []]) => [
    status,
    { description: kindsHere.join(', '), content: { 'application/problem+json': { schema: documentedProblem } } },
  ])
  return {
    ...(Object.fromEntries(problems) as Record<string, unknown>),
    ...(declaration.revalidate === undefined ? {} : { 304: nothing }),
    [declaration.status ?? 200]: declaration.reply,
  }
}

function schemaOf(declaration: AnyDeclaration): Record<string, unknown> {
  return {
    summary: declaration.summary,
    'x-peil-roles': declaration.roles,
    querystring: declaration.query ?? noQuery,
    response: documentedReplies(declaration),
    ...(declaration.ifMatch === undefined ? {} : { headers: withIfMatch }),
    ...(declaration.params === undefined ? {} : { params: declaration.params }),
    ...(declaration.body === undefined ? {} : { body: declaration.body, consumes: [declaration.consumes ?? 'application/json'] }),
  }
}

function answerRefusal(
  declaration: AnyDeclaration,
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const wait = declaration.guessing?.includes(refusal.kind) === true ? host.failures.count(request.ip) : undefined
  return sendProblem(reply, wait === undefined ? refusal : { kind: 'too-many-requests', retryAfter: wait })
}

/** Declares one route: its schemas are validation, types and documentation at once. */
export function route<
  const A extends Access,
  R extends $ZodType,
  P extends $ZodType = $ZodType<undefined>,
  Q extends $ZodType = $ZodType<undefined>,
  B extends $ZodType = $ZodType<undefined>,
>(declaration: Declaration<A, P, Q, B, R>): Route {
  const { method, path, handle, ...about } = declaration
  if (declaration.roles.length === 0) throw new Error(`${method} ${path} does not say who may call it`)
  const url = declaration.atRoot === undefined ? `/api/v1${path}` : path
  const described: AnyDeclaration = { method, path, ...about }
  return {
    method,
    url,
    consumes: declaration.consumes ?? 'application/json',
    mount(app, host) {
      const principals = new WeakMap<FastifyRequest, Principal>()
      app.route({
        method,
        url,
        ...(declaration.bodyLimit === undefined ? {} : { bodyLimit: declaration.bodyLimit }),
        config: {
          revalidate: declaration.revalidate === true,
          immutable: declaration.immutable === true,
          signedIn: !isPublic(declaration.roles),
        },
        schema: schemaOf(described),
        onRequest: guard(described, host, principals),
        handler: async (request, reply) => {
          const { params, query, body } = request
          const call = { params, query, body, principal: principals.get(request), request, reply }
          // The schemas have checked the parts, and the guard the role; the framework's types cannot say so.
          const result = await handle(call as unknown as Call<A, P, Q, B>)
          if (!result.ok) return answerRefusal(described, host, request, reply, result.error)
          reply.code(declaration.status ?? 200)
          return result.value
        },
      })
    },
  }
}
