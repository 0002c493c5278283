import { type Socket, connect } from 'node:net'
import { once } from 'node:events'
import { type Pace, paceOf } from './samples.ts'

/** A request as it goes out, in one piece. */
export function requestOf(method: 'GET' | 'POST', path: string, body = '', headers: readonly string[] = []): Buffer {
  const about = method === 'GET' ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]
  return Buffer.from([`${method} /api/v1${path} HTTP/1.1`, 'host: localhost', ...about, ...headers, '', body].join('\r\n'))
}

/** `bytesEach`: of an answer, with its head. */
export type Sent = Pace & { readonly bytesEach: number }

/** The whole length of an answer, when its head is there. */
function lengthOf(answer: Buffer): number | undefined {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = answer.toString('latin1', 0, end)
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(head) ?? []
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (status === '304') return end + 4
  if (status !== '200' || length === undefined) throw new Error(`not an answer to count: ${answer.toString()}`)
  return end + 4 + Number(length)
}

/** Sends one request and waits for the whole answer; gives its length. The connection stays open. */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer: Buffer = Buffer.alloc(0)
    const take = (chunk: Buffer): void => {
      answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk])
      try {
        if (lengthOf(answer) !== answer.length) return
        settle(undefined)
      } catch (cause) {
        settle(cause instanceof Error ? cause : new Error('the answer cannot be read', { cause }))
      }
    }
    const lost = (): void => settle(new Error('the server closed the connection'))
    const settle = (fault: Error | undefined): void => {
      socket.off('data', take).off('close', lost)
      if (fault === undefined) resolve(answer.length)
      else reject(fault)
    }
    socket.on('data', take).on('close', lost)
    socket.write(request)
  })
}

/**
 * Sends the requests over so many connections that stay open; each sends its next when the last is answered. It speaks just enough
 * HTTP to take little from the processors that it shares with the server.
 * @param ports of one server or several, which take turns
 */
export async function sendAll(ports: readonly number[], requests: readonly Buffer[], connections: number, seconds: number): Promise<Sent> {
  const sockets = Array.from({ length: connections }, (_, at) =>
    connect({ port: ports[at % ports.length] ?? 0, host: '127.0.0.1', noDelay: true }),
  )
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const latencies: number[] = []
  let received = 0
  const waiting = requests.values()
  const began = performance.now()
  async function sendOn(socket: Socket): Promise<void> {
    // One iterator for all: each request is taken once.
    for (const request of waiting) {
      const sent = performance.now()
      if (sent - began > seconds * 1000) return
      const length = await exchange(socket, request)
      received += length
      latencies.push(performance.now() - sent)
    }
  }
  try {
    await Promise.all(sockets.map(sendOn))
    return { ...paceOf(latencies, performance.now() - began), bytesEach: received / latencies.length }
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}
