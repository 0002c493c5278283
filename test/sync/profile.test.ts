import { afterEach, expect, test } from 'vitest'
import { profileForPerson } from '../../src/storage/profiles.ts'
import type { Reply } from '../../src/sync/ports.ts'
import { type SimulatedDevice, createDevice } from '../support/device.ts'
import { ownProfile } from '../support/profile.ts'
import { RoundServer } from './round-server.ts'

const devices: SimulatedDevice[] = []
afterEach(async () => {
  await Promise.all(devices.splice(0).map((device) => device.remove()))
})

const none: Reply = { status: 404, body: { type: 'urn:peil:not-found', title: '', status: 404 } }
const sent = (validTo = 2030): Reply => ({ status: 200, body: ownProfile({ validTo }) })

/** A round, and what its server answers when it is asked for its municipality's profile. */
function scene(answer: Reply | 'nothing' = sent()) {
  const server = new RoundServer()
  const given = { reply: answer }
  const asked: string[] = []
  const pauses: number[] = []
  const device = createDevice(
    (method, path, options) => {
      if (!path.endsWith('/profile')) return server.exchange(method, path, options)
      asked.push(`${method} ${path} ${JSON.stringify(options)}`)
      return Promise.resolve(given.reply === 'nothing' ? undefined : given.reply)
    },
    {
      after: (milliseconds) => {
        pauses.push(milliseconds)
        return () => undefined
      },
    },
  )
  devices.push(device)
  const year = async () => (await profileForPerson(device.database))?.profile.validTo
  return { server, given, asked, pauses, device, year }
}

test('who joins gets what the municipality says, and what it says later at the next occasion', async () => {
  const { server, given, asked, device, year } = scene()
  await device.join(server.slip())
  expect(await year()).toBe(2030)
  given.reply = sent(2035)
  await device.contributing.wake('start')
  expect(await year()).toBe(2035)
  given.reply = none
  await device.contributing.wake('online')
  expect(await year()).toBeUndefined()
  const call = `GET /rounds/${server.document.round}/profile undefined`
  expect(asked, 'nothing goes along').toEqual([call, call, call])
})

test('without a network what is kept stays, and is not waited for', async () => {
  const { server, given, pauses, device, year } = scene()
  await device.join(server.slip())
  const before = pauses.length
  for (const reply of ['nothing', { status: 503, body: {} }, { status: 200, body: '<p>Sign in to the network</p>' }] as const) {
    given.reply = reply
    await device.contributing.wake('online')
    expect(await year()).toBe(2030)
  }
  expect(pauses.slice(before).filter((pause) => pause < 60_000)).toEqual([])
})

test('the first is tried again like the rest', async () => {
  const { server, given, pauses, device, year } = scene('nothing')
  await device.join(server.slip())
  expect(await year()).toBeUndefined()
  expect(pauses.at(-1)).toBeLessThan(60_000)
  given.reply = sent()
  await device.contributing.wake('timer')
  expect(await year()).toBe(2030)
})

test.each([
  ['is of a newer Peil', { ...ownProfile(), v: 2 }],
  ['holds an address that a browser would run', { ...ownProfile(), profile: withAddress('javascript:alert(1)') }],
  ['holds an address in clear', { ...ownProfile(), profile: withAddress('http://fjordvik.example/') }],
  ['holds something else besides', { ...ownProfile(), more: 1 }],
])('what %s is not kept, and what is there stays', async (_what, body) => {
  const { server, given, device, year } = scene()
  await device.join(server.slip())
  given.reply = { status: 200, body }
  await device.contributing.wake('visible')
  expect(await year()).toBe(2030)
})

function withAddress(url: string) {
  const { profile } = ownProfile()
  return { ...profile, ownResources: profile.ownResources.map((each) => ({ ...each, url })) }
}

test('a device without a place asks nobody', async () => {
  const { server, asked, device } = scene()
  await device.ports.participations.add({
    id: 'a',
    round: server.document.round,
    unit: 'solstrala',
    code: 'x'.repeat(16),
    stage: 'joining',
  })
  server.weather = () => 'down'
  await device.contributing.wake('start')
  expect(asked).toEqual([])
})
