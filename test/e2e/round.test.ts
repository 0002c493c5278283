import { afterAll, expect, test } from 'vitest'
import { linkMade, roundClosed } from '../../src/protocol/admin.ts'
import { municipalityResult } from '../../src/protocol/results.ts'
import { exchangeOver } from '../../src/sync/exchange.ts'
import type { Exchange } from '../../src/sync/ports.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { openRound, slipsOf } from '../support/open-round.ts'
import { type SimulatedDevice, createDevice, deviceOn } from '../support/device.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()
const devices: SimulatedDevice[] = []

afterAll(async () => {
  await Promise.all(devices.map((device) => device.remove()))
})

/** The server counts the first contribution, and the reply is lost on the way back. */
function losingTheFirstReply(): { exchange: Exchange; lost: () => number } {
  const real = exchangeOver(fetch, stage.server.origin)
  let lost = 0
  return {
    lost: () => lost,
    exchange: async (method, path, options) => {
      const reply = await real(method, path, options)
      if (path !== '/contributions' || lost > 0) return reply
      lost += 1
      return undefined
    },
  }
}

test('thirteen people contribute, the round closes, and staff, leader and owner each see what is theirs to see', async () => {
  const { municipality, opened } = await openRound(stage.server)
  const [browserSlip = '', lossySlip = '', ...slips] = slipsOf(stage.server, opened, 'solstrala')

  // The tablet joins first and answers afterwards.
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await untilReadyOffline(page)
  await page.goto(browserSlip)
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByText('Solstråla barnehage').first().waitFor()
  expect(page.url()).not.toContain(opened.round)
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByText('Plassen din er hentet').waitFor()

  // Ten colleagues on their own devices. One of them loses the reply and sends again.
  for (const [at, slip] of slips.slice(0, 9).entries()) {
    const device = deviceOn(stage.server.origin)
    devices.push(device)
    await device.contribute(await device.join(slip), at < 8 ? 'b2b2222b' : '3333333-')
  }
  const lossy = losingTheFirstReply()
  const device = createDevice(lossy.exchange)
  devices.push(device)
  const lossyId = await device.join(lossySlip)
  await device.contribute(lossyId, 'b2b2222b')
  expect(lossy.lost()).toBe(1)
  await device.contributing.wake('online')
  expect((await device.participation(lossyId)).stage).toBe('sent')
  for (const slip of slipsOf(stage.server, opened, 'lia').slice(0, 2)) {
    const neighbour = deviceOn(stage.server.origin)
    devices.push(neighbour)
    await neighbour.contribute(await neighbour.join(slip), '22222222')
  }

  await page.getByRole('navigation', { name: 'Hovedmeny', exact: true }).getByRole('link', { name: 'Start' }).click()
  await beginAssessment(page, 'Assistent eller fagarbeider')
  expect(await answerTheRest(page, () => 2)).toBe(25)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByRole('navigation', { name: 'Hovedmeny', exact: true }).getByRole('link', { name: 'Bidra' }).click()
  await page.getByText('Se nøyaktig hva som sendes').waitFor()
  await page.getByRole('button', { name: 'Bidra', exact: true }).click()
  await page.getByRole('heading', { name: 'Venter litt før det sendes' }).waitFor()
  await page.getByRole('button', { name: 'Send nå' }).click()
  await page.getByRole('heading', { name: 'Sendt' }).waitFor()

  const closed = roundClosed.parse(await stage.server.peil('round-close', opened.round))
  expect(closed.units).toEqual({ released: 1, hidden: 1, pooled: 0 })
  const document = municipalityResult.parse(await stage.server.peil('results', opened.round))
  expect(document.sha256).toBe(closed.sha256)
  expect(document.units).toEqual([
    { unit: 'solstrala', name: 'Solstråla barnehage', sector: 'barnehage', state: 'released', n: 11 },
    { unit: 'lia', name: 'Lia barnehage', sector: 'barnehage', state: 'hidden' },
  ])
  expect(document.total.n).toBe(11)
  // Nine of eleven have steps left in area 1; rule R6 publishes that as six to nine.
  expect(document.blocks[0]?.dimensions[0]).toEqual({ id: '1', of: 11, below: { lo: 6, hi: 9 } })

  await page.goto(`${stage.server.origin}/bidra`)
  await page.getByText('Talt med').first().waitFor()

  const leader = linkMade.parse(await stage.server.peil('leader-link', '--unit', 'solstrala'))
  await page.goto(leader.link)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slik ser vi det selv i Solstråla' }).waitFor()
  await page
    .getByText(/6\W*–\W*9\s+av\s+11/)
    .filter({ visible: true })
    .first()
    .waitFor()

  const owner = linkMade.parse(await stage.server.peil('owner-link', '--municipality', municipality))
  await page.goto(owner.link)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hvor trengs det mer?' }).waitFor()
  await page.getByRole('rowheader', { name: /Lia barnehage/ }).waitFor()
  expect(stage.browser.foreignRequests(stage.server.origin)).toEqual([])
})
