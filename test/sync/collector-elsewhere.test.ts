import { afterEach, expect, test } from 'vitest'
import type { Exchange, Reply } from '../../src/sync/ports.ts'
import { type SimulatedDevice, createDevice } from '../support/device.ts'
import { RoundServer } from './round-server.ts'

const opened: SimulatedDevice[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((device) => device.remove()))
})

/** A server whose collector stands elsewhere, as far as it says so. */
function serverSaying(answer: () => Reply | undefined) {
  const server = new RoundServer()
  const places = new Set<string>()
  const exchange: Exchange = (method, path, options = {}) => {
    if (path === '/configuration') return Promise.resolve(answer())
    if (path === '/contributions' || path === '/collector') places.add(options.to ?? 'own')
    return server.exchange(method, path, options)
  }
  const device = createDevice(exchange)
  opened.push(device)
  return { server, device, places: () => [...places] }
}

const elsewhere: Reply = { status: 200, body: { collectorOrigin: 'https://collector.example' } }

test('contributions and what is asked about them go where the server says', async () => {
  const { server, device, places } = serverSaying(() => elsewhere)
  await device.contribute(await device.join(server.slip()), '222')
  await device.contributing.wake('online')
  expect(places()).toEqual(['https://collector.example'])
})

test('the device remembers it with the round while it cannot be learnt', async () => {
  let answer: Reply | undefined = elsewhere
  const { server, device, places } = serverSaying(() => answer)
  const id = await device.join(server.slip())
  answer = undefined
  await device.contribute(id, '222')
  expect(places()).toEqual(['https://collector.example'])
})

test.each([
  ['says that it is the same place', { status: 200, body: {} }],
  ['does not know the question', { status: 404, body: { type: 'urn:peil:not-found', title: '', status: 404 } }],
  ['names no origin', { status: 200, body: { collectorOrigin: 'javascript:alert(1)' } }],
])('they go to the own place where the server %s', async (_what, answer) => {
  const { server, device, places } = serverSaying(() => answer)
  await device.contribute(await device.join(server.slip()), '222')
  expect(places()).toEqual(['own'])
})

test('a collector that has come back is found again', async () => {
  let answer: Reply = elsewhere
  const { server, device, places } = serverSaying(() => answer)
  const id = await device.join(server.slip())
  answer = { status: 200, body: {} }
  await device.contribute(id, '222')
  expect(places()).toEqual(['own'])
})
