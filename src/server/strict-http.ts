import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { contentType, problemDocument, sendProblem } from './problems.ts'

/** Long enough for the largest file on a slow line; without it a request may take for ever. */
export const requestMilliseconds = 120_000

/** RFC 9112 section 3.2: one host, no more and no less. Two are read differently by a proxy and by what stands behind it. */
function namesOneHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0')
}

/** Peil takes bodies as they are; a packed one would be read in one way here and in another by whoever unpacks it on the way. */
function isPlain({ headers }: IncomingMessage): boolean {
  const { 'transfer-encoding': transfer = 'chunked', 'content-encoding': content = 'identity' } = headers
  return transfer.toLowerCase() === 'chunked' && content.toLowerCase() === 'identity'
}

function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(400, { 'content-type': contentType, 'cache-control': 'no-store', connection: 'close' })
  response.end(JSON.stringify(problemDocument({ kind: 'malformed' })))
}

/** What the runtime would answer without a problem document, or would let through. */
export function keepToHttp(app: FastifyInstance): void {
  app.server.on('checkExpectation', refuseExpectation)
  app.addHook('onRequest', (request, reply, done) => {
    // The runtime reads nothing more from a connection that asked for another protocol: nobody's next request may go there.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close')
    if (namesOneHost(request.raw) && isPlain(request.raw)) done()
    // Not at once: of an encoding that the parser does not know either it says so itself, and one answer is enough.
    else setImmediate(() => void sendProblem(reply, { kind: 'malformed' }))
  })
}
