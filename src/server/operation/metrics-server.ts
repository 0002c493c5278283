import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Metrics } from './metrics.ts'

const loopback = '127.0.0.1'

export type MetricsServer = { close(): Promise<void> }

/** Beside the interface, on this machine alone: no setting brings it to a network. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<MetricsServer> {
  const server = createServer((request, reply) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      reply.writeHead(404).end()
      return
    }
    metrics.page().then(
      (page) => reply.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(page),
      () => reply.writeHead(503).end(),
    )
  })
  server.listen(port, loopback)
  await once(server, 'listening')
  return {
    async close() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
