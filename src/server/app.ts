/**
 * The server as a function of what it depends on. Start no process, read no environment here: main.ts does.
 *
 * A route is declared with `route({ … })` from route.ts, which carries its schemas (zod/mini: parameters, query, body,
 * reply), who may call it (`roles`, no default), and a handler that gives a `Result`: `ok(reply)` or `fail({ kind })`, where
 * the kind is one of protocol/problem.ts and becomes a problem document. A room of routes is a function that takes its own
 * dependencies and gives `readonly Route[]`; pass them all in `routes`:
 *
 *     createApp({ …, authenticate, routes: [...accountRoutes(deps), ...registryRoutes(deps)] })
 *
 * Everything declared so is checked for origin and role before the body is read, validated, limited in size and guessing,
 * and described in `/api/v1/openapi.json`. `call.principal` is who signed in, `call.request.cookies` the cookies, and
 * `call.reply` is there for headers and cookies.
 */
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Authenticate } from './access.ts'
import { allowAppOrigin, takesContributions } from './collector-cors.ts'
import { countFailures } from './failures.ts'
import { healthRoute, readyRoute } from './health.ts'
import { readStrictJson } from './json-body.ts'
import type { Log } from './log.ts'
import { describeRoutes, openapiRoute } from './openapi.ts'
import type { Metrics } from './operation/metrics.ts'
import { type Standing, createStanding } from './operation/standing.ts'
import { refuseWhileStopping, watchAnswers } from './operation/watch.ts'
import { answerErrors, answerNoRequest, sendProblem } from './problems.ts'
import { answerRevalidation } from './revalidation.ts'
import type { Host, Route } from './route.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { serialiseOnce } from './serialise.ts'
import { keepToHttp, requestMilliseconds } from './strict-http.ts'
import { type WebApp, assetAt, sendAsset } from './web-app.ts'

export type AppDependencies = {
  readonly clock: () => Date
  /** Milliseconds of running, whatever is done to the clock. */
  readonly monotonic?: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  /** `https://host` without a path: where the app is reached. */
  readonly publicOrigin: string
  readonly collectorOrigin: string
  /** Addresses or networks whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[]
  readonly authenticate: Authenticate
  readonly routes: readonly Route[]
  /** The built app; without it only the interface is served. */
  readonly webApp?: WebApp
  /** Where the process stands; without it the app is always ready. */
  readonly standing?: Standing
  readonly metrics?: Metrics
  /** Whether the stores answer. */
  readonly storesAnswer?: () => Promise<boolean>
}

const bodyLimit = 16 * 1024

/** Which methods the declared routes take at a path, for `Allow`. */
function methodsOf(routes: readonly Route[]): (path: string) => readonly string[] {
  const known = routes.map(({ method, url }) => ({
    method,
    pattern: new RegExp(`^${url.replaceAll('.', '\\.').replace(/:[^/]+/g, '[^/]+')}$`),
  }))
  return (path) => {
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    return methods.includes('GET') ? [...methods, 'HEAD'] : methods
  }
}

/** What no route answers: a method that a path does not take, a file or page of the app, or nothing at all. */
function answerOtherPaths(app: FastifyInstance, methodsAt: (path: string) => readonly string[], webApp: WebApp | undefined): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    const methods = methodsAt(path)
    if (methods.length > 0) return sendProblem(reply.header('allow', methods.join(', ')), { kind: 'method-not-allowed' })
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const asset = webApp === undefined || !reads ? undefined : assetAt(webApp, path)
    return asset === undefined ? sendProblem(reply, { kind: 'not-found' }) : sendAsset(request, reply, asset)
  })
}

/** JSON is the only content type, except where a route says otherwise. */
function mountRoutes(app: FastifyInstance, host: Host, routes: readonly Route[]): void {
  for (const [consumes, group] of Map.groupBy(routes, (each) => each.consumes)) {
    app.register((part, _settings, done) => {
      part.removeContentTypeParser('text/plain')
      if (consumes === 'application/json') readStrictJson(part)
      else {
        part.removeAllContentTypeParsers()
        part.addContentTypeParser(consumes, { parseAs: 'buffer' }, (_request, body, parsed) => {
          parsed(null, body)
        })
      }
      for (const each of group) each.mount(part, host)
      done()
    })
  }
}

export function createApp(deps: AppDependencies): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: deps.trustProxy.length > 0 && [...deps.trustProxy],
    requestTimeout: requestMilliseconds,
    http: { requireHostHeader: false },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerNoRequest,
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply, { kind: 'malformed' })
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serialiseOnce)
  app.setErrorHandler(answerErrors(deps.log))

  const standing = deps.standing ?? createStanding('ready')
  sendSecurityHeaders(app, deps.publicOrigin, deps.collectorOrigin)
  if (deps.collectorOrigin !== deps.publicOrigin && deps.routes.some(takesContributions)) allowAppOrigin(app, deps.publicOrigin)
  keepToHttp(app)
  refuseWhileStopping(app, standing)
  watchAnswers(app, deps.log, deps.metrics)
  answerRevalidation(app)
  app.register(cookie)
  describeRoutes(app)

  const isReady = async () => standing.stage() === 'ready' && (deps.storesAnswer === undefined || (await deps.storesAnswer()))
  const routes = [healthRoute, readyRoute(isReady), openapiRoute(app), ...deps.routes]
  const monotonic = deps.monotonic ?? (() => performance.now())
  const failures = countFailures(() => new Date(monotonic()), deps.random)
  const host: Host = { publicOrigin: deps.publicOrigin, authenticate: deps.authenticate, failures }
  mountRoutes(app, host, routes)
  answerOtherPaths(app, methodsOf(routes), deps.webApp)
  return app
}
