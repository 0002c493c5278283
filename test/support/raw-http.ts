import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'

/** Writes bytes to a server as they are, and reads what it answers until it closes the connection. */
export type Speak = (bytes: string | Buffer) => Promise<string>

export async function listenRaw(app: FastifyInstance): Promise<Speak> {
  const { hostname, port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  return async (bytes) => {
    const socket = connect(Number(port), hostname)
    socket.write(bytes)
    return text(socket)
  }
}

/** A request whose answer comes last on a connection, and ends it. */
export const lastRequest = 'GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'

/** A request as it stands on the wire. */
export function rawRequest(line: string, headers: readonly string[], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: x', ...headers, '', body].join('\r\n')
}

/** The answers on a connection, in order: the status, and the kind of a problem document. Anything else in an answer to a fault is told. */
export function answersIn(said: string): readonly string[] {
  return said.split(/(?=HTTP\/1\.1 \d{3} )/).map((answer) => {
    const [, status = answer] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? []
    const [, kind] = /\r\ncontent-type: application\/problem\+json[^]*"type":"urn:peil:([a-z-]+)"/i.exec(answer) ?? []
    return kind === undefined ? status : `${status} ${kind}`
  })
}
