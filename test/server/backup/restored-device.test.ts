import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { deviceOn } from '../../support/device.ts'
import { openRound, slipsOf } from '../../support/open-round.ts'
import { prepareServer } from '../../support/server-process.ts'
import { loseStores, storesIn } from '../../support/stores.ts'

const values = '01234abc'

test('a device whose contribution went with the collector sends it again after a restore, and it counts once', async () => {
  const server = await prepareServer()
  const elsewhere = await mkdtemp(join(tmpdir(), 'peil-kept-'))
  onTestFinished(async () => {
    await server.remove()
    await rm(elsewhere, { recursive: true })
  })
  await server.start()
  const { opened } = await openRound(server)
  const [slip = '', later = ''] = slipsOf(server, opened, 'solstrala')
  const device = deviceOn(server.origin)
  const other = deviceOn(server.origin)
  onTestFinished(async () => {
    await device.remove()
    await other.remove()
  })
  const id = await device.join(slip)
  const sent = await device.contribute(id, values)
  expect(sent.stage).toBe('sent')
  const before = sent.stage === 'sent' ? sent.acknowledged.incarnation : ''

  const folder = join(elsewhere, 'backup')
  await server.peil('backup', folder)
  await server.kill()
  await loseStores(server.dataFolder)
  expect(await server.peil('restore', folder)).toMatchObject({ rounds: [{ round: opened.round, state: 'open' }] })
  await server.start()

  for (let times = 0; times < 3; times += 1) await device.contributing.wake('start')
  const again = await device.participation(id)
  expect(again.stage).toBe('sent')
  expect(again.stage === 'sent' && again.acknowledged).toMatchObject({ version: sent.stage === 'sent' && sent.acknowledged.version })
  expect(again.stage === 'sent' && again.acknowledged.incarnation).not.toBe(before)
  const fresh = await other.join(later)
  expect((await other.contribute(fresh, values)).stage).toBe('sent')

  expect(await server.stop()).toBe(0)
  const stores = storesIn(server.dataFolder)
  expect(await countersIn(stores.collector)).toEqual(sumsOf([values, values]))
  await stores.close()
  expect(await server.peil('verify')).toMatchObject({ faults: [] })
}, 60_000)
