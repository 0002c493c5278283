import type { FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'
import { sendProblem } from '../problems.ts'
import type { Metrics } from './metrics.ts'
import type { Standing } from './standing.ts'

const pauseSeconds = 5

/** What has arrived is answered; what arrives while the server stops is sent away, and its connection closed. */
export function refuseWhileStopping(app: FastifyInstance, standing: Standing): void {
  app.addHook('onRequest', (_request, reply, done) => {
    standing.began()
    // Also when who asked has gone away.
    reply.raw.once('close', standing.ended)
    if (standing.stage() !== 'stopping') {
      done()
      return
    }
    sendProblem(reply, { kind: 'unavailable', retryAfter: pauseSeconds })
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (standing.stage() === 'stopping') reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Counts every answer. Only what signed-in people ask is logged, by route: nothing of the public ones (protocol, section 5). */
export function watchAnswers(app: FastifyInstance, log: Log, metrics: Metrics | undefined): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { url, config } = request.routeOptions
    metrics?.count(request.method, url, reply.statusCode)
    if (url !== undefined && config.signedIn === true)
      log('debug', 'answered', { method: request.method, route: url, status: reply.statusCode })
    done()
  })
}
