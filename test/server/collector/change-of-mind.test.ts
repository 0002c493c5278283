import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseCode } from '../../../src/protocol/code.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type SimulatedDevice, deviceOn } from '../../support/device.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let server: TestServer
let device: SimulatedDevice
let place: string
let round: string

beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  round = opened.round
  const now = () => server.clock().toISOString()
  device = deviceOn(await server.app.listen({ port: 0, host: '127.0.0.1' }), { now })
  const code = parseCode(opened.units[0]?.codes[0] ?? '')
  place = await device.join({ round, unit: 'bekken', code: code.ok ? code.value : '' })
})
afterEach(async () => {
  await device.remove()
  await server.remove()
})

const counters = () => countersIn(server.stores.collector)

test('a person changes, withdraws, comes back and changes again: the counters are those of the last word alone', async () => {
  for (const values of ['01234abc', '44444444']) {
    expect((await device.contribute(place, values)).stage).toBe('sent')
    expect(await counters()).toEqual(sumsOf([values]))
  }
  await device.withdraw(place)
  expect(await counters()).toEqual(sumsOf(['--------']))
  for (const values of ['abcde012', '3-3-3-3-']) {
    await device.contribute(place, values)
    expect(await counters()).toEqual(sumsOf([values]))
  }
})

test('after the release a withdrawal is too late, the person is told so, and the device keeps nothing of what it sent', async () => {
  await device.contribute(place, '01234abc')
  await server.closeRound(round)
  await device.contributing.withdraw(place)
  await device.contributing.wake('start')
  expect(await device.participation(place)).toMatchObject({ stage: 'settled', outcome: 'counted-earlier' })
  expect(JSON.stringify(await device.participation(place))).not.toContain('01234abc')
})
