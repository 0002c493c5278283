import { afterEach, expect, test } from 'vitest'
import { contributionBytes } from '../../src/protocol/contribution.ts'
import type { Participation } from '../../src/protocol/participation.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { statusOf } from '../../src/sync/status.ts'
import { type DeviceParts, type SimulatedDevice, createDevice, createLock } from '../support/device.ts'
import { RoundServer, unitId } from './round-server.ts'

const opened: SimulatedDevice[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((device) => device.remove()))
})

const noon = '2026-11-21T12:00:00.000Z'

function device(server: RoundServer, parts: DeviceParts = {}): SimulatedDevice {
  const created = createDevice(server.exchange, { now: () => noon, ...parts })
  opened.push(created)
  return created
}

/** What the person is told, with the round as the device last saw it. */
async function told(on: SimulatedDevice, id: string, at = { now: noon, online: true }): Promise<string> {
  const participation = await on.participation(id)
  const known = await on.ports.rounds.find(participation.round)
  const status = statusOf(participation, known.ok ? known.value : undefined, at)
  return status.kind === 'refused-place' ? status.refusal : status.kind
}

/** Everything the device keeps, as text. */
async function residue(on: SimulatedDevice): Promise<string> {
  const tables = await Promise.all(on.database.tables.map((table) => table.toArray()))
  return JSON.stringify(tables)
}

test('a slip becomes a place, and a place a contribution that is counted once', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  expect(await told(ipad, id)).toBe('joined')
  await ipad.contribute(id, 'b3-')
  expect(await told(ipad, id)).toBe('sent')
  expect(server.votes).toEqual(['b3-'])
  server.setState('released')
  await ipad.contributing.wake('start')
  expect(await told(ipad, id)).toBe('counted')
})

test('code, inverse and blinded message are gone once the token is stored, and the token once the round is over', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  server.weather = (_method, path) => (path === '/issue' ? 'down' : 'fine')
  const id = await ipad.join(server.slip())
  const joining = await ipad.participation(id)
  if (joining.stage !== 'joining' || joining.blinding === undefined) throw new Error('not blinded before it is sent')
  server.weather = () => 'fine'
  await ipad.contributing.wake('online')
  const kept = await residue(ipad)
  expect(kept).toContain(joining.blinding.t)
  for (const secret of [joining.code, joining.blinding.inverse, joining.blinding.blinded]) expect(kept).not.toContain(secret)
  await ipad.contribute(id, '111')
  server.setState('released')
  await ipad.contributing.wake('visible')
  expect(await residue(ipad)).not.toContain(joining.blinding.t)
})

test('without a network the slip is kept, and joins when there is one', async () => {
  const server = new RoundServer()
  server.weather = () => 'down'
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  expect(await told(ipad, id, { now: noon, online: false })).toBe('joining-waits-for-network')
  server.weather = () => 'fine'
  await ipad.contributing.wake('online')
  expect(await told(ipad, id)).toBe('joined')
})

test('a lost reply to a join is fetched again with the same bytes: the slip is not used up', async () => {
  const server = new RoundServer()
  let lost = 0
  server.weather = (_method, path) => (path === '/issue' && (lost += 1) <= 2 ? 'reply-lost' : 'fine')
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  expect(await told(ipad, id)).toBe('joining')
  await ipad.contributing.wake('timer')
  await ipad.contributing.wake('timer')
  expect(await told(ipad, id)).toBe('joined')
})

test('the same slip scanned again while it is under way goes on instead of starting over', async () => {
  const server = new RoundServer()
  server.weather = (_method, path) => (path === '/issue' ? 'reply-lost' : 'fine')
  const ipad = device(server)
  const slip = server.slip()
  const first = await ipad.join(slip)
  server.weather = () => 'fine'
  expect(await ipad.join(slip)).toBe(first)
  expect(await told(ipad, first)).toBe('joined')
})

test('a lost reply to a contribution leads to the same bytes again, and one count', async () => {
  const server = new RoundServer()
  let lost = 0
  server.weather = (_method, path) => (path === '/contributions' && (lost += 1) <= 3 ? 'reply-lost' : 'fine')
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  while ((await ipad.participation(id)).stage === 'waiting') await ipad.contributing.wake('timer')
  expect(server.votes).toEqual(['b3-'])
  expect(server.posted.length).toBe(4)
  expect(new Set(server.posted).size).toBe(1)
})

test('every message has the same length', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, '---'.replace('-', '0'))
  await ipad.contribute(id, 'e43')
  await ipad.withdraw(id)
  expect(server.posted.map((body) => new TextEncoder().encode(body).length)).toEqual([1, 1, 1].map(() => contributionBytes))
})

test.each([
  ['one lock', true],
  ['no lock at all', false],
])('two tabs with %s count once and use one place', async (_how, shared) => {
  const server = new RoundServer()
  server.weather = () => 'down'
  const database = new PeilDatabase('two-tabs')
  const free: DeviceParts['lock'] = (_name, work) => work()
  const lock = shared ? createLock() : free
  const [first, second] = [device(server, { database, lock }), createDevice(server.exchange, { database, lock, now: () => noon })]
  const id = await first.join(server.slip())
  let asked = 0
  server.weather = (_method, path) => (path === '/issue' && (asked += 1) === 1 ? 'reply-lost' : 'fine')
  await Promise.all([first.contributing.wake('online'), second.contributing.wake('online')])
  expect(await told(first, id)).toBe('joined')
  await Promise.all([first.contribute(id, 'b3-'), second.contributing.wake('visible'), second.contributing.wake('online')])
  await second.contributing.wake('visible')
  expect(await told(second, id)).toBe('sent')
  expect(server.votes).toEqual(['b3-'])
})

/** Stops the device dead before its n-th exchange or write, as a restart would, and starts a new one on what was stored. */
async function withDeathAt(step: number, server: RoundServer): Promise<{ reached: boolean; told: string }> {
  const database = new PeilDatabase(`death-${step}`)
  let steps = 0
  const live = (): boolean => {
    steps += 1
    return steps < step
  }
  const never = new Promise<never>(() => undefined)
  const dying = createDevice((...request) => (live() ? server.exchange(...request) : never), { database, now: () => noon })
  const { change, add } = dying.ports.participations
  Object.assign(dying.ports.participations, {
    change: (...request: Parameters<typeof change>) => (live() ? change(...request) : never),
    add: (...request: Parameters<typeof add>) => (live() ? add(...request) : never),
  })
  const slip = server.slip()
  const life = (async () => dying.contribute(await dying.join(slip), 'b3-'))()
  const reached = await Promise.race([life.then(() => false), untilDead(() => steps >= step)])
  const reborn = device(server, { database })
  await reborn.contributing.wake('start')
  const id = (await database.table<Participation>('participations').toArray())[0]?.id ?? (await reborn.join(slip))
  if ((await reborn.participation(id)).stage === 'joined') await reborn.contribute(id, 'b3-')
  await reborn.contributing.wake('start')
  return { reached, told: await told(reborn, id) }
}

async function untilDead(isDead: () => boolean): Promise<boolean> {
  while (!isDead()) await new Promise((resolve) => setImmediate(resolve))
  return true
}

test('a restart in the middle of any step loses no slip and counts nothing twice', async () => {
  let deaths = 0
  for (let step = 1; ; step += 1) {
    const server = new RoundServer()
    const outcome = await withDeathAt(step, server)
    expect([step, outcome.told, server.votes]).toEqual([step, 'sent', ['b3-']])
    if (!outcome.reached) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(10)
})

test.each([
  ['a year ahead', '2027-11-21T12:00:00.000Z'],
  ['a year behind', '2025-11-21T12:00:00.000Z'],
])('a clock %s hinders nothing', async (_how, clock) => {
  const server = new RoundServer()
  let now = clock
  const ipad = device(server, { now: () => now })
  const id = await ipad.join(server.slip())
  await ipad.contributing.contribute(id, { tier: '-', values: 'b3-' })
  now = noon
  await ipad.contributing.wake('timer')
  expect(await told(ipad, id)).toBe('sent')
  expect(server.votes).toEqual(['b3-'])
})

test('a contribution can be changed and withdrawn until the round is released', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  await ipad.contribute(id, '333')
  expect(server.votes).toEqual(['333'])
  await ipad.withdraw(id)
  expect([await told(ipad, id), server.votes]).toEqual(['withdrawn', []])
  await ipad.contribute(id, '2b2')
  expect([await told(ipad, id), server.votes]).toEqual(['sent', ['2b2']])
})

test('before it is sent, a contribution is taken back without a message', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contributing.contribute(id, { tier: '-', values: 'b3-' })
  await ipad.withdraw(id)
  expect([await told(ipad, id), server.posted]).toEqual(['joined', []])
})

test('what may already have arrived is not taken back behind its own back', async () => {
  const server = new RoundServer()
  server.weather = (_method, path) => (path === '/contributions' ? 'reply-lost' : 'fine')
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  expect(await ipad.contributing.withdraw(id)).toEqual({ ok: false, error: { kind: 'not-now' } })
})

test("when the collector's database is lost, what it had is sent again, once", async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  server.loseCollector()
  await ipad.contributing.wake('visible')
  await ipad.contributing.wake('visible')
  await ipad.contributing.wake('visible')
  expect([await told(ipad, id), server.votes]).toEqual(['sent', ['b3-']])
  expect(server.posted).toHaveLength(2)
})

test.each<[string, (server: RoundServer) => void, string]>([
  ['a code nobody printed', (server) => (server.codes = []), 'code-unknown'],
  [
    'a round that is over',
    (server) => {
      server.setState('released')
    },
    'round-closed',
  ],
  [
    'another key than on the slip',
    (server) => {
      server.replaceKey()
    },
    'key-mismatch',
  ],
  ['a unit the round does not have', (server) => (server.document = { ...server.document, units: [] }), 'unit-not-in-round'],
  [
    'a key that is not what its id says',
    (server) => {
      const units = server.document.units.map((unit) => ({ ...unit, n: `A${unit.n.slice(1)}` }))
      server.document = { ...server.document, units }
    },
    'key-unsound',
  ],
])('%s gives no place, and the person is told', async (_what, bend, kind) => {
  const server = new RoundServer()
  const slip = server.slip()
  bend(server)
  const ipad = device(server)
  const id = await ipad.join(slip)
  expect(await told(ipad, id)).toBe(kind)
  expect(await ipad.contributing.discard(id)).toMatchObject({ ok: true })
  expect(await residue(ipad)).not.toContain(kind)
})

test('a slip that somebody else has used is told so', async () => {
  const server = new RoundServer()
  const slip = server.slip()
  await device(server).join(slip)
  const late = device(server)
  expect(await told(late, await late.join(slip))).toBe('code-spent')
})

test('a code typed by hand joins without the key id of a slip', async () => {
  const server = new RoundServer()
  server.slip()
  const ipad = device(server)
  const id = await ipad.join({ round: server.document.round, unit: unitId, code: server.codes[0] ?? '' })
  expect(await told(ipad, id)).toBe('joined')
})

test('nothing is sent when the key of the round has changed, and the person is told', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  server.replaceKey()
  await ipad.contribute(id, 'b3-')
  expect([await told(ipad, id), server.posted]).toEqual(['key-changed', []])
})

test('a contribution that comes after the release is not said to be counted', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contributing.contribute(id, { tier: '-', values: 'b3-' })
  server.setState('released')
  await ipad.contributing.wake('start')
  expect([await told(ipad, id), server.posted]).toEqual(['too-late', []])
})

test('a contribution whose reply was lost before the release is said to be unsure', async () => {
  const server = new RoundServer()
  server.weather = (_method, path) => (path === '/contributions' ? 'reply-lost' : 'fine')
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  server.weather = () => 'fine'
  server.setState('released')
  await ipad.contributing.wake('start')
  expect(await told(ipad, id)).toBe('unsure')
})

test('a withdrawal that comes too late is told as what it is: the first version was counted', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  await ipad.contribute(id, 'b3-')
  server.weather = () => 'down'
  await ipad.withdraw(id)
  server.weather = () => 'fine'
  server.setState('released')
  await ipad.contributing.wake('start')
  expect(await told(ipad, id)).toBe('counted-earlier')
})

test('a place that was never used is over when the round is', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  server.setState('released')
  await ipad.contributing.wake('start')
  expect(await told(ipad, id)).toBe('not-sent')
})

test('two versions with the same token and no word of each other are a conflict, and said so', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  const joined = await ipad.participation(id)
  await ipad.contribute(id, 'b3-')
  await ipad.database.table('participations').put(joined)
  await ipad.contribute(id, '333')
  expect([await told(ipad, id), server.votes]).toEqual(['conflict', ['b3-']])
})

test('a page that only looks like an answer decides nothing', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const id = await ipad.join(server.slip())
  const portal = createDevice(
    (method, ...rest) => (method === 'POST' ? Promise.resolve({ status: 410, body: undefined }) : server.exchange(method, ...rest)),
    { database: ipad.database, now: () => noon },
  )
  await portal.contribute(id, 'b3-')
  expect((await ipad.participation(id)).stage).toBe('waiting')
  await ipad.contributing.wake('online')
  expect(await told(ipad, id)).toBe('sent')
})

test('when the device cannot store, nothing is sent', async () => {
  const server = new RoundServer()
  const ipad = device(server)
  const refusal = { ok: false, error: { kind: 'storage-full' } } as const
  Object.assign(ipad.ports.participations, { add: () => Promise.resolve(refusal) })
  const entry = { round: server.document.round, unit: unitId, code: '0000000000000000' }
  expect(await ipad.contributing.join(entry)).toEqual(refusal)
  server.weather = () => {
    throw new Error('sent something')
  }
  await ipad.contributing.wake('start')
})
