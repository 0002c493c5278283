import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { assembleApp } from '../../../src/server/assemble.ts'
import { roundStates } from '../../../src/server/issuer/round-states.ts'
import { type Metrics, createMetrics } from '../../../src/server/operation/metrics.ts'
import { createStanding } from '../../../src/server/operation/standing.ts'
import { contributionOf, joinUnit, newVersion, problemOf, readRound, send } from '../../support/contributor.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'
import { prepareServer } from '../../support/server-process.ts'

const hour = 3_600_000
let server: TestServer
let metrics: Metrics
let watched: TestServer['app']
const standing = createStanding()

beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  metrics = createMetrics(server.clock, {
    ready: () => standing.stage() === 'ready',
    rounds: () => roundStates(server.stores.issuer, server.clock()),
    memory: () => ({ rss: 1000, heapUsed: 500 }),
  })
  standing.enter('ready')
  watched = assembleApp({
    stores: server.stores,
    clock: server.clock,
    random: randomBytes,
    log: () => undefined,
    publicOrigin: origin,
    collectorOrigin: origin,
    trustProxy: [],
    standing,
    metrics,
  })
})
afterEach(async () => {
  await watched.close()
  await server.remove()
})

async function shown(): Promise<ReadonlyMap<string, number>> {
  const lines = (await metrics.page()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

async function contribute(people: number): Promise<string> {
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: people } }])
  const round = await readRound(watched, opened.round)
  for (const code of opened.units[0]?.codes ?? []) {
    const token = await joinUnit(watched, round, 'bekken', code)
    expect((await send(watched, contributionOf(token, newVersion('01234abc')))).statusCode).toBe(200)
  }
  return opened.round
}

test('what people do is shown in whole tens, an hour at a time', async () => {
  await contribute(12)
  expect([...(await shown()).keys()].filter((series) => /contributions|tokens|requests/.test(series))).toEqual([])
  server.moveClock(hour)
  const after = await shown()
  expect(after.get('peil_contributions_total{outcome="accepted"}')).toBe(10)
  expect(after.get('peil_tokens_signed_total')).toBe(10)
  expect(after.get('peil_requests_total{method="POST",route="/api/v1/contributions",status="2xx"}')).toBe(10)
  expect(after.get('peil_requests_total{method="GET",route="/api/v1/rounds/:round",status="2xx"}')).toBe(0)
})

test('what comes after the hour is not counted into it, even if nobody looked at the full hour', async () => {
  const ask = () => watched.inject('/health')
  const series = 'peil_requests_total{method="GET",route="/health",status="2xx"}'
  for (let times = 0; times < 10; times += 1) await ask()
  server.moveClock(hour)
  for (let times = 0; times < 10; times += 1) await ask()
  expect((await shown()).get(series)).toBe(10)
  server.moveClock(hour)
  expect((await shown()).get(series)).toBe(20)
})

test('no unit, no round, no code and no address is in it', async () => {
  const round = await contribute(11)
  await watched.inject({ url: `/api/v1/rounds/${round}/results/bekken`, headers: { 'user-agent': 'marker-agent' } })
  await watched.inject('/marker-path/secret')
  server.moveClock(hour)
  const page = await metrics.page()
  for (const marker of [round, 'bekken', 'Bekken', 'marker', '127.0.0.1', server.municipality]) expect(page).not.toContain(marker)
})

test('rounds, readiness and memory are shown as they are, failures at once', async () => {
  await contribute(5)
  expect(await shown()).toEqual(
    new Map<string, number>([
      ['peil_failures_total{kind="internal"}', 0],
      ['peil_failures_total{kind="unavailable"}', 0],
      ['peil_failures_total{kind="storage-full"}', 0],
      ['peil_rounds{state="open"}', 1],
      ['peil_rounds{state="closed"}', 0],
      ['peil_rounds{state="released"}', 0],
      ['peil_ready', 1],
      ['peil_uptime_seconds', 0],
      ['process_resident_memory_bytes', 1000],
      ['nodejs_heap_used_bytes', 500],
    ]),
  )
  server.moveClock(31 * 24 * hour)
  standing.enter('stopping')
  expect(problemOf(await watched.inject('/api/v1/session'))).toBe('503 unavailable')
  const later = await shown()
  expect(later.get('peil_failures_total{kind="unavailable"}')).toBe(1)
  expect([later.get('peil_rounds{state="closed"}'), later.get('peil_ready')]).toEqual([1, 0])
})

test('requests are wanted only when the server is ready and its stores answer', async () => {
  standing.enter('starting')
  expect(problemOf(await watched.inject('/ready'))).toBe('503 unavailable')
  expect((await watched.inject('/health')).json()).toEqual({ ok: true })
  standing.enter('ready')
  expect((await watched.inject('/ready')).json()).toEqual({ ready: true })
  await server.stores.released.all('ALTER TABLE released RENAME TO elsewhere')
  expect(problemOf(await watched.inject('/ready'))).toBe('503 unavailable')
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return address === null || typeof address === 'string' ? 0 : address.port
}

function asked(host: string, port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({ host, port, path, agent: false }, (reply) => {
      void text(reply).then((body) => {
        resolve(`${reply.statusCode ?? 0} ${body}`)
      })
    })
    sent.on('error', (cause: NodeJS.ErrnoException) => {
      resolve(String(cause.code))
    })
    sent.end()
  })
}

test('the metrics are on a port of their own, on this machine alone', async () => {
  const port = await freePort()
  const process = await prepareServer({ METRICS_PORT: String(port), HOST: '0.0.0.0' })
  onTestFinished(process.remove)
  await process.start()
  expect(await asked('127.0.0.1', port, '/metrics')).toMatch(/^200 # HELP peil_requests_total [^]*\npeil_uptime_seconds \d+\n/)
  expect(await asked('127.0.0.1', port, '/other')).toBe('404 ')
  const public_ = await fetch(`${process.origin}/metrics`)
  expect(await public_.text()).not.toContain('peil_')
  const networks = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const outer = networks.filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of outer) expect(await asked(address, port, '/metrics')).toBe('ECONNREFUSED')
  expect(await process.stop()).toBe(0)
}, 30_000)
