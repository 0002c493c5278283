import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseCode } from '../../../src/protocol/code.ts'
import type { BackupContents } from '../../../src/protocol/backup.ts'
import { PeilDatabase } from '../../../src/storage/database.ts'
import { leaveDevice } from '../../../src/storage/leave.ts'
import { leavingIn } from '../../../src/storage/leaving.ts'
import { makeBackup } from '../../../src/storage/make-backup.ts'
import { openBackup, readBackupFile } from '../../../src/storage/open-backup.ts'
import { addPerson } from '../../../src/storage/persons.ts'
import type { Seal } from '../../../src/storage/seal.ts'
import { sealedBy } from '../../../src/storage/sealed-tables.ts'
import { takeBackupIn } from '../../../src/storage/take-backup-in.ts'
import { contribute, withdraw } from '../../../src/sync/contribute.ts'
import { exchangeOver } from '../../../src/sync/exchange.ts'
import { statusOf } from '../../../src/sync/status.ts'
import { passphrase } from '../../support/backup.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type SimulatedDevice, createDevice } from '../../support/device.ts'
import { must } from '../../support/must.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

/** A contribution waits on a shared tablet. Its person takes the place along in a file, wipes the tablet, and opens the file elsewhere. */

// Signing, sealing and counting take their time where tests share a processor.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const first = '01234abc'
const second = '44444444'
const third = 'abcde012'
const nothing = '--------'

let server: TestServer
let round: string
/** The shared tablet, and what its person has unlocked on it. */
let tablet: PeilDatabase
let seal: Seal
let person: SimulatedDevice
let place: string
let isReplyLost = false
let origin: string
const devices: SimulatedDevice[] = []

function deviceOver(database: PeilDatabase, kept: Partial<SimulatedDevice['ports']> = {}): SimulatedDevice {
  const exchange = exchangeOver(fetch, origin)
  const device = createDevice(
    async (method, path, options) => {
      const reply = await exchange(method, path, options)
      return isReplyLost && path === '/contributions' ? undefined : reply
    },
    { database, now: () => server.clock().toISOString(), ...kept },
  )
  devices.push(device)
  return device
}

const newDevice = (): SimulatedDevice => deviceOver(new PeilDatabase(randomUUID()))
const counters = () => countersIn(server.stores.collector)

beforeEach(async () => {
  isReplyLost = false
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  round = opened.round
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  tablet = new PeilDatabase(randomUUID())
  seal = must(await addPerson(tablet, { id: 'kari', nickname: 'Kari', pin: '402917', takesOver: false }))
  person = deviceOver(new PeilDatabase(tablet.name, sealedBy(seal)))
  const code = parseCode(opened.units[0]?.codes[0] ?? '')
  place = await person.join({ round, unit: 'bekken', code: code.ok ? code.value : '' })
})
afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.remove()))
  await server.remove()
})

/** Frozen, and not sent yet: it waits a while. */
async function freeze(device: SimulatedDevice, values: string): Promise<void> {
  must(await contribute(device.ports, place, { tier: '-', values }))
  expect(await device.participation(place)).toMatchObject({ stage: 'waiting', attempted: false })
}

/** What a file with places holds. */
async function contentsOf(device: SimulatedDevice): Promise<BackupContents> {
  const participations = [...must(await device.ports.participations.list())]
  return { madeAt: device.ports.now(), assessments: [], settings: {}, participations }
}

/** The same through a file that was locked and opened. */
async function fileOf(device: SimulatedDevice): Promise<BackupContents> {
  const { bytes } = must(await makeBackup(device.database, passphrase, { now: device.ports.now(), withPlaces: true }))
  return must(await openBackup(must(await readBackupFile(new Blob([bytes]))), passphrase))
}

/** The place stands on another device, and what was frozen waits on the tablet with nobody's name. */
async function takenAlong(): Promise<SimulatedDevice> {
  const contents = await contentsOf(person)
  must(await leaveDevice(tablet, seal, randomUUID))
  const elsewhere = newDevice()
  must(await takeBackupIn(elsewhere.database, contents))
  return elsewhere
}

/** The round closes soon: what is left on the tablet goes out, and is gone from there. */
async function sendLeft(): Promise<void> {
  server.moveClock(29.5 * day)
  await deviceOver(tablet, leavingIn(tablet)).contributing.wake('start')
  expect(await tablet.table('leaving').count()).toBe(0)
}

async function told(device: SimulatedDevice): Promise<string> {
  const known = must(await device.ports.rounds.find(round))
  return statusOf(await device.participation(place), known, { now: device.ports.now(), online: true }).kind
}

type Act = (device: SimulatedDevice) => Promise<unknown>
const contributes: Act = (device) => device.contribute(place, third)
const contributesTheSame: Act = (device) => device.contribute(place, first)
const withdraws: Act = (device) => device.withdraw(place)

const orders = [
  ['after what was left had been sent', async (act: () => Promise<unknown>) => sendLeft().then(act)],
  ['before what was left was sent', async (act: () => Promise<unknown>) => act().then(sendLeft)],
] as const
const acts = [
  ['gives other answers', contributes, third, 'sent'],
  ['gives the same answers', contributesTheSame, first, 'sent'],
  ['withdraws', withdraws, nothing, 'withdrawn'],
] as const
const cases = orders.flatMap(([when, inOrder]) => acts.map(([does, act, counts, says]) => ({ when, inOrder, does, act, counts, says })))

describe('a first contribution that was left waiting', () => {
  test.each(cases)('counts once, as its person says, who $does on the new device $when', async ({ inOrder, act, counts, says }) => {
    await freeze(person, first)
    const elsewhere = await takenAlong()
    expect(await told(elsewhere)).toBe('elsewhere')
    await inOrder(() => act(elsewhere))
    expect(await counters()).toEqual(sumsOf([counts]))
    expect(await told(elsewhere)).toBe(says)
    await elsewhere.contribute(place, second)
    expect(await counters()).toEqual(sumsOf([second]))
  })
})

describe('a change that was left waiting', () => {
  test.each(cases)('counts once, as its person says, who $does on the new device $when', async ({ inOrder, act, counts, says }) => {
    await person.contribute(place, second)
    await freeze(person, first)
    const elsewhere = await takenAlong()
    expect(await told(elsewhere)).toBe('elsewhere')
    await inOrder(() => act(elsewhere))
    expect(await counters()).toEqual(sumsOf([counts]))
    expect(await told(elsewhere)).toBe(says)
    await elsewhere.contribute(place, second)
    expect(await counters()).toEqual(sumsOf([second]))
  })
})

test('what had left the tablet without a reply goes out from both, and counts once', async () => {
  isReplyLost = true
  await person.contribute(place, first)
  isReplyLost = false
  const elsewhere = await takenAlong()
  await elsewhere.contributing.wake('start')
  expect(await told(elsewhere)).toBe('sent')
  await sendLeft()
  await elsewhere.contribute(place, third)
  expect(await counters()).toEqual(sumsOf([third]))
})

test('a place that goes on to a third device knows of both that came before', async () => {
  await freeze(person, first)
  const next = await takenAlong()
  await freeze(next, second)
  const file = await fileOf(next)
  const last = newDevice()
  must(await takeBackupIn(last.database, file))
  await sendLeft()
  await next.contributing.wake('start')
  expect(await counters()).toEqual(sumsOf([second]))
  await last.contribute(place, third)
  expect(await told(last)).toBe('sent')
  expect(await counters()).toEqual(sumsOf([third]))
})

test('somebody who changes their mind on the new device before anything leaves it still replaces what was left', async () => {
  await freeze(person, first)
  const elsewhere = await takenAlong()
  await freeze(elsewhere, second)
  await sendLeft()
  await elsewhere.withdraw(place)
  expect(await counters()).toEqual(sumsOf([nothing]))
  expect(await told(elsewhere)).toBe('withdrawn')
})

describe('when the round is released, somebody who did nothing on the new device', () => {
  test.each([
    ['is not told that they did not contribute: it may have counted', first, 'unsure'],
    ['of a change hears that they were counted', second, 'counted'],
  ] as const)('%s', async (_what, sentBefore, outcome) => {
    if (outcome === 'counted') await person.contribute(place, sentBefore)
    await freeze(person, first)
    const elsewhere = await takenAlong()
    await sendLeft()
    await server.closeRound(round)
    await elsewhere.contributing.wake('start')
    expect(await told(elsewhere)).toBe(outcome)
  })

  test('after a withdrawal was left waiting hears that nobody knows', async () => {
    await person.contribute(place, second)
    must(await withdraw(person.ports, place))
    const elsewhere = await takenAlong()
    expect(await told(elsewhere)).toBe('elsewhere')
    await server.closeRound(round)
    await elsewhere.contributing.wake('start')
    expect(await told(elsewhere)).toBe('unsure')
  })
})

test('somebody whose change did not leave the new device in time is told what is true of both', async () => {
  await freeze(person, first)
  const elsewhere = await takenAlong()
  await freeze(elsewhere, third)
  await sendLeft()
  await server.closeRound(round)
  await elsewhere.contributing.wake('start')
  expect(await told(elsewhere)).toBe('unsure')
})
