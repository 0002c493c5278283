import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { ok } from '../../src/domain/result.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { openAsGuest, sweepSealed } from '../../src/storage/guest.ts'
import { leaveDevice } from '../../src/storage/leave.ts'
import { leavingIn } from '../../src/storage/leaving.ts'
import { addPerson } from '../../src/storage/persons.ts'
import { changePlan } from '../../src/storage/plans.ts'
import type { Seal } from '../../src/storage/seal.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { contribute } from '../../src/sync/contribute.ts'
import { type SimulatedDevice, createDevice } from '../support/device.ts'
import { must } from '../support/must.ts'
import { rawDump } from '../support/raw-dump.ts'
import { RoundServer } from '../sync/round-server.ts'

const goal = {
  id: 'g',
  when: 'i morgen',
  then: 'Spør Mats',
  lookBackOn: '2027-01-01',
  status: 'going-on',
  createdAt: '2026-11-22T09:00:00.000Z',
} as const

/** A shared tablet with one person who has drawn a slip; her device is the tablet as she has unlocked it. */
class Staffroom {
  readonly server = new RoundServer()
  readonly tablet = new PeilDatabase(randomUUID())
  readonly devices: SimulatedDevice[] = []

  now: string | undefined

  async person(id: string): Promise<{ seal: Seal; device: SimulatedDevice }> {
    await this.tablet.open()
    const seal = must(await addPerson(this.tablet, { id, nickname: `Kari-${id}`, pin: '402917', takesOver: false }))
    return { seal, device: this.deviceOver(new PeilDatabase(this.tablet.name, sealedBy(seal))) }
  }

  private clock(): Partial<SimulatedDevice['ports']> {
    const { now } = this
    return now === undefined ? {} : { now: () => now }
  }

  deviceOver(database: PeilDatabase): SimulatedDevice {
    const device = createDevice(this.server.exchange, { database, ...this.clock() })
    this.devices.push(device)
    return device
  }

  /** The tablet with nobody in: it sends what was left. */
  leaving(): SimulatedDevice {
    const device = createDevice(this.server.exchange, { database: this.tablet, ...leavingIn(this.tablet), ...this.clock() })
    this.devices.push(device)
    return device
  }
}

const rooms: Staffroom[] = []
const staffroom = (): Staffroom => {
  const room = new Staffroom()
  rooms.push(room)
  return room
}
afterEach(async () => {
  for (const room of rooms.splice(0)) {
    for (const { contributing, database } of room.devices) {
      contributing.stop()
      database.close()
    }
    await room.tablet.delete()
  }
})

async function contributeOffline(room: Staffroom, device: SimulatedDevice): Promise<void> {
  const id = await device.join(room.server.slip())
  must(await changePlan(device.database, (plan) => ok({ ...plan, goals: [goal] })))
  room.server.weather = () => 'down'
  await device.contribute(id, 'b3-')
  room.server.weather = () => 'fine'
}

test('who leaves takes everything along but what waits to be sent, and that says nothing of her', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await contributeOffline(room, device)
  const [hers] = must(await device.ports.participations.list())
  expect(must(await leaveDevice(room.tablet, seal, () => 'new-id'))).toEqual({ rows: 0, waiting: 1 })
  const dump = await rawDump(room.tablet.name)
  for (const hidden of ['a1b2', 'Kari', 'Spør Mats', hers?.id ?? '']) expect(dump).not.toContain(hidden)
  expect(must(await leavingIn(room.tablet).participations.list())).toMatchObject([{ id: 'new-id', stage: 'waiting' }])
  await expect(device.database.table('plans').put({ id: 'own', goals: [] }), 'a page that still stood open').rejects.toThrow('locked')
  expect(await room.tablet.table('sealed').count()).toBe(0)
})

test('what was left is sent once there is a network, counted once, and then gone', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await contributeOffline(room, device)
  must(await leaveDevice(room.tablet, seal, () => 'new-id'))
  const rest = room.leaving()
  room.server.weather = () => 'reply-lost'
  await rest.contributing.wake('start')
  expect(await room.tablet.table('leaving').count()).toBe(1)
  room.server.weather = () => 'fine'
  await rest.contributing.wake('start')
  expect(room.server.counted.size).toBe(1)
  expect(await room.tablet.table('leaving').count()).toBe(0)
})

test('what was left in the last day of a round goes without a wait: what was known of the round stays with it', async () => {
  const room = staffroom()
  room.now = '2026-12-11T10:00:00.000Z'
  const { seal, device } = await room.person('a1b2')
  const id = await device.join(room.server.slip())
  must(await contribute(device.ports, id, { tier: '-', values: 'b3-' }))
  must(await leaveDevice(room.tablet, seal, () => 'new-id'))
  await room.leaving().contributing.wake('online')
  expect(room.server.votes).toEqual(['b3-'])
})

test('a place that was not used, and what was sent already, leave nothing', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await device.join(room.server.slip())
  await device.contribute(await device.join(room.server.slip()), 'b3-')
  expect(must(await leaveDevice(room.tablet, seal, () => 'new-id'))).toEqual({ rows: 0, waiting: 0 })
  expect(await rawDump(room.tablet.name)).not.toContain('sent')
})

test('a transaction that cannot be finished leaves the person as she was', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await contributeOffline(room, device)
  await room.tablet.table('leaving').add({ id: 'taken' })
  await expect(leaveDevice(room.tablet, seal, () => 'taken')).resolves.toMatchObject({ ok: false, error: { kind: 'storage-unavailable' } })
  expect((await device.database.table('plans').toArray()).length).toBe(1)
  expect(await room.tablet.table('persons').count()).toBe(1)
})

test('what another tab writes while a person leaves is counted as left over', async () => {
  const room = staffroom()
  const { seal } = await room.person('a1b2')
  const forget = (): void => {
    seal.forget()
    void room.tablet.table('sealed').put({ name: `${seal.owner}/late`, box: new Uint8Array(32) })
  }
  expect(must(await leaveDevice(room.tablet, { ...seal, forget }, () => 'new-id'))).toEqual({ rows: 1, waiting: 0 })
})

test('a count that fails after everything was deleted does not make it undone', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await contributeOffline(room, device)
  const forget = (): void => {
    seal.forget()
    room.tablet.close()
  }
  expect(must(await leaveDevice(room.tablet, { ...seal, forget }, () => 'new-id'))).toEqual({ rows: 0, waiting: 1 })
  await room.tablet.open()
  expect(await room.tablet.table('persons').count()).toBe(0)
  expect(await room.tablet.table('sealed').count()).toBe(0)
  expect(await room.tablet.table('leaving').count()).toBe(1)
})

test('what was left over goes when it is done again, though nobody can read it any more', async () => {
  const room = staffroom()
  const { seal, device } = await room.person('a1b2')
  await contributeOffline(room, device)
  const [late] = (await room.tablet.table('sealed').where('name').startsWith(seal.namesOf('participations')).toArray()) as {
    name: string
  }[]
  const forget = (): void => {
    seal.forget()
    void room.tablet.table('sealed').put(late)
  }
  expect(must(await leaveDevice(room.tablet, { ...seal, forget }, () => 'new-id'))).toEqual({ rows: 1, waiting: 1 })
  expect(must(await leaveDevice(room.tablet, seal, () => 'another-id'))).toEqual({ rows: 0, waiting: 0 })
  expect(await room.tablet.table('leaving').count()).toBe(1)
})

test('a guest’s rows are swept when she is gone, and nobody else’s', async () => {
  const room = staffroom()
  const { device } = await room.person('a1b2')
  const [one, two] = [openAsGuest(randomUUID), openAsGuest(randomUUID)]
  for (const { seal } of [one, two]) {
    const database = room.deviceOver(new PeilDatabase(room.tablet.name, sealedBy(seal))).database
    must(await changePlan(database, (plan) => ok({ ...plan, goals: [goal] })))
  }
  must(await changePlan(device.database, (plan) => ok({ ...plan, goals: [goal] })))
  expect(await sweepSealed(room.tablet, new Set([two.person.id]))).toBe(1)
  expect(await room.tablet.table('sealed').count()).toBe(2)
  expect(await sweepSealed(room.tablet, new Set())).toBe(1)
  expect((await device.database.table('plans').toArray()).length).toBe(1)
})

test('rows of a place that only a newer Peil can read are not swept', async () => {
  const room = staffroom()
  const { device } = await room.person('a1b2')
  must(await changePlan(device.database, (plan) => ok({ ...plan, goals: [goal] })))
  await room.tablet.table('persons').update('a1b2', { picture: 'a picture of next year' })
  expect(await sweepSealed(room.tablet, new Set())).toBe(0)
  expect((await device.database.table('plans').toArray()).length).toBe(1)
})
