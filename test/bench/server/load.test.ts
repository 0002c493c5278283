import { once } from 'node:events'
import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { requestOf, sendAll } from './load.ts'
import { median, paceOf, percentile } from './samples.ts'

async function serverThat(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const manyRequests = Array.from({ length: 30 }, (_, at) => requestOf('POST', '/contributions', `{"at":${at}}`))

test('every request is sent once, over as many connections as asked, to all servers', async () => {
  const bodies: string[] = []
  const connections = new Set<unknown>()
  const servers = [0, 0]
  const serverAt = (place: number) =>
    serverThat((request, reply) => {
      connections.add(request.socket)
      servers[place] = (servers[place] ?? 0) + 1
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()))
      request.on('end', () => reply.setHeader('content-length', 2).end('ok'))
    })
  const ports = [await serverAt(0), await serverAt(1)]
  const pace = await sendAll(ports, manyRequests, 4, 60)
  expect(pace.count).toBe(30)
  expect(bodies.toSorted()).toEqual(manyRequests.map((_, at) => `{"at":${at}}`).toSorted())
  expect(connections.size).toBe(4)
  expect(servers.every((each) => each > 0)).toBe(true)
  expect(pace.bytesEach).toBe((await sendAll(ports, manyRequests, 1, 60)).bytesEach)
})

test('what is not answered well is no measurement', async () => {
  const refusing = await serverThat((request, reply) => {
    request.resume()
    reply.writeHead(409, { 'content-length': 0 }).end()
  })
  await expect(sendAll([refusing], manyRequests, 2, 60)).rejects.toThrow('409')
  const dying = await serverThat((request) => {
    request.socket.destroy()
  })
  await expect(sendAll([dying], manyRequests, 2, 60)).rejects.toThrow('closed the connection')
})

test('medians and percentiles are those of the samples, whatever their order', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7])
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([5], 0.99)]).toEqual([50, 99, 5])
  expect(paceOf(hundred, 2000)).toEqual({ count: 100, perSecond: 50, p50: 50, p99: 99 })
})
