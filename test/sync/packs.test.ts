import { afterEach, expect, test, vi } from 'vitest'
import { versionNaming } from '../../src/domain/instrument/own-pack.ts'
import { packsFor } from '../../src/storage/own-packs.ts'
import { versionAsked } from '../../src/storage/rounds.ts'
import { createContributing } from '../../src/sync/contributing.ts'
import type { Reply } from '../../src/sync/ports.ts'
import { type SimulatedDevice, createDevice } from '../support/device.ts'
import { keptPack } from '../support/own-pack.ts'
import { RoundServer } from './round-server.ts'

const devices: SimulatedDevice[] = []
afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.remove()))
})

/** A round that asks an own pack, and what its server answers when it is asked for the pack. */
async function scene(answer?: Reply | 'nothing') {
  const pack = await keptPack()
  const version = versionNaming('2026.1', [{ id: pack.document.pack.id, sha256: pack.sha256 }])
  const server = new RoundServer()
  const { document } = server
  server.document = { ...document, units: document.units.map((unit) => ({ ...unit, instrument: { id: 'barnehage', version } })) }
  const asked: string[] = []
  const given: { reply: Reply | 'nothing' } = { reply: answer ?? { status: 200, body: pack.document } }
  const pauses: number[] = []
  const device = createDevice(
    async (method, path, options) => {
      if (!path.startsWith('/packs/')) return server.exchange(method, path, options)
      asked.push(path)
      return given.reply === 'nothing' ? undefined : given.reply
    },
    {
      after: (milliseconds) => {
        pauses.push(milliseconds)
        return () => undefined
      },
    },
  )
  devices.push(device)
  const kept = () => packsFor(device.database, version)
  return { pack, version, server, asked, given, device, kept, pauses }
}

test('who joins gets the questions of the round, once', async () => {
  const { pack, version, server, asked, device, kept } = await scene()
  await device.join(server.slip())
  expect(await kept()).toEqual([pack])
  expect(await versionAsked(device.database, 'barnehage')).toBe(version)
  expect(await versionAsked(device.database, 'skole')).toBeUndefined()
  await device.contributing.wake('start')
  expect(asked).toEqual([`/packs/${pack.sha256}`])
})

test('without an answer it is tried again like the rest', async () => {
  const { pack, server, given, device, kept, pauses } = await scene('nothing')
  await device.join(server.slip())
  expect(await kept()).toBeUndefined()
  expect(pauses.at(-1)).toBeGreaterThan(0)
  given.reply = { status: 200, body: pack.document }
  await device.contributing.wake('timer')
  expect(await kept()).toEqual([pack])
})

test('a part of the app that does not load is like a server that does not answer', async () => {
  const { pack, server, device, kept, pauses } = await scene()
  await device.join(server.slip())
  await device.database.table('packs').clear()
  const loadToken = vi.fn(() => Promise.reject(new Error('Failed to fetch dynamically imported module')))
  const cutOff = createContributing({ ...device.ports, loadToken })
  await cutOff.wake('changed')
  expect(await kept()).toBeUndefined()
  const joined = await cutOff.join({ round: server.document.round, unit: 'solstrala', code: 'ABCDEFGHJKMNPQRST' })
  expect(joined.ok && (await device.participation(joined.value)).stage).toBe('joining')
  expect(loadToken).toHaveBeenCalled()
  expect(pauses.at(-1)).toBeGreaterThan(0)
  await device.contributing.wake('online')
  expect(await kept()).toEqual([pack])
})

test('what does not have the hash that the round named is not kept', async () => {
  const other = await keptPack('barnehage', 'fjordvik-sett', '2026.2')
  const { server, device, kept, pauses } = await scene({ status: 200, body: other.document })
  await device.join(server.slip())
  expect(await kept()).toBeUndefined()
  expect(await device.database.table('packs').count()).toBe(0)
  expect(pauses.at(-1), 'a network may have answered in its place').toBeGreaterThan(0)
})

test('what the server has no more is not asked for again and again', async () => {
  const { server, device, asked, kept, pauses } = await scene({ status: 404, body: { type: 'urn:peil:not-found', title: '', status: 404 } })
  await device.join(server.slip())
  expect([await kept(), asked.length, pauses]).toEqual([undefined, 1, []])
})

test('a round that is over asks nobody', async () => {
  const { server, device } = await scene()
  const id = await device.join(server.slip())
  server.setState('released')
  await device.contributing.wake('start')
  expect((await device.participation(id)).stage).toBe('settled')
  expect(await versionAsked(device.database, 'barnehage')).toBeUndefined()
})

test('of two rounds that ask, the place that is named counts', async () => {
  const { server, version, device } = await scene()
  const first = await device.join(server.slip())
  const plain = new RoundServer()
  const other = { ...plain.document, round: 'B'.repeat(21) + 'A', closes: '2027-05-01T12:00:00Z' }
  await device.ports.rounds.save({ round: other.round, document: other })
  await device.ports.participations.add({ id: 'second', round: other.round, unit: 'solstrala', code: 'x', stage: 'joining' })
  expect(await versionAsked(device.database, 'barnehage')).toBe('2026.1')
  expect(await versionAsked(device.database, 'barnehage', first)).toBe(version)
  await device.ports.participations.change('second', (stored) =>
    stored.stage === 'joining' ? { ...stored, refusal: 'code-unknown' } : stored,
  )
  expect(await versionAsked(device.database, 'barnehage'), 'a slip that gave no place asks nothing').toBe(version)
})
