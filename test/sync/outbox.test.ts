import { afterEach, expect, test } from 'vitest'
import { pauseAfter, shuffle } from '../../src/sync/outbox.ts'
import { statusOf } from '../../src/sync/status.ts'
import { type SimulatedDevice, createDevice } from '../support/device.ts'
import { RoundServer } from './round-server.ts'

const minute = 60_000
const noon = Date.parse('2026-11-21T12:00:00.000Z')

/** A device whose clock and timer the test turns. */
class Hall {
  server = new RoundServer()
  now = noon
  pending: { at: number; work: () => void } | undefined
  random = 0.5
  device: SimulatedDevice = createDevice(this.server.exchange, {
    now: () => new Date(this.now).toISOString(),
    random: () => this.random,
    after: (milliseconds, work) => {
      const planned = { at: this.now + milliseconds, work }
      this.pending = planned
      return () => {
        if (this.pending === planned) this.pending = undefined
      }
    },
  })

  get nextIn(): number | undefined {
    return this.pending && this.pending.at - this.now
  }

  /** Moves the clock to the planned time and lets the outbox work. */
  async untilNext(): Promise<void> {
    if (this.pending === undefined) throw new Error('nothing is planned')
    this.now = this.pending.at
    this.pending = undefined
    await this.device.contributing.wake('timer')
  }

  async told(id: string): Promise<string> {
    const participation = await this.device.participation(id)
    const known = await this.device.ports.rounds.find(participation.round)
    return statusOf(participation, known.ok ? known.value : undefined, { now: new Date(this.now).toISOString(), online: true }).kind
  }

  async frozen(): Promise<string> {
    const id = await this.device.join(this.server.slip())
    await this.device.contributing.contribute(id, { tier: '-', values: 'b3-' })
    await this.device.contributing.wake('changed')
    return id
  }
}

const halls: Hall[] = []
afterEach(async () => {
  await Promise.all(halls.splice(0).map(({ device }) => device.remove()))
})
function hall(): Hall {
  const made = new Hall()
  halls.push(made)
  return made
}

test.each([
  [0, 10],
  [0.5, 20],
  [0.999_999, 30],
])('with chance %d it waits %d minutes after the token, and then sends by itself', async (random, minutes) => {
  const room = hall()
  room.random = random
  const id = await room.frozen()
  expect(await room.told(id)).toBe('waiting-a-while')
  expect(room.nextIn).toBeCloseTo(minutes * minute, -3)
  expect(room.server.posted).toEqual([])
  await room.untilNext()
  expect(await room.told(id)).toBe('sent')
  expect(room.nextIn).toBeUndefined()
})

test('time spent answering counts: who contributes an hour after the token waits no longer', async () => {
  const room = hall()
  const id = await room.device.join(room.server.slip())
  room.now += 60 * minute
  await room.device.contributing.contribute(id, { tier: '-', values: 'b3-' })
  await room.device.contributing.wake('changed')
  expect(await room.told(id)).toBe('sent')
})

test('opening Peil again ends the wait', async () => {
  const room = hall()
  const id = await room.frozen()
  await room.device.contributing.wake('start')
  expect(await room.told(id)).toBe('sent')
})

test('while fewer than five have joined it waits for colleagues, and looks again by itself', async () => {
  const room = hall()
  room.server.joined = 'under-5'
  const id = await room.frozen()
  await room.device.contributing.wake('start')
  expect(await room.told(id)).toBe('waiting-for-colleagues')
  await room.untilNext()
  expect(room.server.posted).toEqual([])
  room.server.joined = '5-or-more'
  await room.untilNext()
  expect(await room.told(id)).toBe('sent')
})

test('"send now" waits for neither time nor colleagues', async () => {
  const room = hall()
  room.server.joined = 'under-5'
  const id = await room.frozen()
  await room.device.contributing.sendNow(id)
  await room.device.contributing.wake('changed')
  expect(await room.told(id)).toBe('sent')
})

test.each([
  ['in the last day', (room: Hall) => (room.now = Date.parse(room.server.document.closes) - 60 * minute)],
  ['in the days of grace', (room: Hall) => (room.server.document = { ...room.server.document, state: 'closed' })],
])('%s everything still waiting is sent', async (_when, move) => {
  const room = hall()
  room.server.joined = 'under-5'
  move(room)
  const id = await room.frozen()
  await room.device.contributing.wake('start')
  expect(await room.told(id)).toBe('sent')
})

test('without a network it tries again after longer and longer pauses, and at once when the network is back', async () => {
  const room = hall()
  room.random = 0.999_999
  const id = await room.frozen()
  room.server.weather = () => 'down'
  await room.untilNext()
  const pauses = [room.nextIn ?? 0]
  for (let tries = 0; tries < 9; tries += 1) {
    await room.untilNext()
    pauses.push(room.nextIn ?? 0)
  }
  expect(pauses.slice(0, 4).map((pause) => Math.round(pause / 1000))).toEqual([5, 10, 20, 40])
  expect(Math.max(...pauses)).toBeLessThanOrEqual(10 * minute)
  room.server.weather = () => 'fine'
  await room.device.contributing.wake('online')
  expect(await room.told(id)).toBe('sent')
  expect(room.server.votes).toEqual(['b3-'])
})

test('a server that asks for patience gets it', async () => {
  const room = hall()
  const id = await room.frozen()
  await room.device.ports.participations.change(id, (stored) => (stored.stage === 'waiting' ? { ...stored, hurry: true } : stored))
  const patience = { status: 429, body: { type: 'urn:peil:too-many-requests', title: '', status: 429 }, retryAfter: 600 }
  let planned = 0
  const tab = createDevice((method, ...rest) => (method === 'GET' ? room.server.exchange(method, ...rest) : Promise.resolve(patience)), {
    database: room.device.database,
    after: (milliseconds) => ((planned = milliseconds), () => undefined),
  })
  await tab.contributing.wake('changed')
  expect(planned).toBe(600_000)
})

test('several waiting contributions leave in random order', () => {
  const orders = Array.from({ length: 200 }, () => shuffle(['a', 'b', 'c', 'd'], Math.random).join(''))
  expect(new Set(orders).size).toBeGreaterThan(12)
  expect([...new Set(orders.map((order) => order.charAt(0)))].toSorted()).toEqual(['a', 'b', 'c', 'd'])
})

test('devices that lost a server together do not come back together', () => {
  expect(pauseAfter(3, 0)).toBe(20_000)
  expect(pauseAfter(3, 0.999_999)).toBeGreaterThan(39_000)
})
