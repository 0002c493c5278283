import type { FastifyInstance } from 'fastify'
import type { Route } from './route.ts'

const paths = ['/api/v1/contributions', '/api/v1/collector']

/** Whether a process is the collector, or one of its parts is. */
export function takesContributions({ url }: Pick<Route, 'url'>): boolean {
  return paths.includes(url)
}

/** Lets the app reach a collector on another origin, and nobody else, and never with credentials (protocol, section 3). */
export function allowAppOrigin(app: FastifyInstance, publicOrigin: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!paths.includes(request.url.split('?', 1)[0] ?? '')) {
      done()
      return
    }
    reply.header('vary', 'Origin')
    if (request.headers.origin === publicOrigin) {
      reply.headers({ 'access-control-allow-origin': publicOrigin, 'access-control-expose-headers': 'Retry-After' })
    }
    if (request.method !== 'OPTIONS') {
      done()
      return
    }
    reply.code(204).headers({ 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type' })
    reply.header('access-control-max-age', 86_400).send()
  })
}
