import { expect, onTestFinished, test } from 'vitest'
import { type Contribution, padContribution } from '../../../src/protocol/contribution.ts'
import { contributionOf, joinUnit, newVersion, readRound } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { day, startServer } from '../../support/server.ts'
import { prepareServer } from '../../support/server-process.ts'

const people = 32
/** The server is killed when it has acknowledged so many contributions, while the others are on their way. */
const killedAfter = [10, 45, 55]

test('what the server acknowledged is counted once, although it is killed while 32 people contribute', async () => {
  const beside = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const server = await prepareServer({ PEIL_DATA: beside.folder })
  onTestFinished(async () => {
    await server.remove()
    await beside.remove()
  })
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit: 'bekken', headcount: { practice: people } }], { closes })
  const round = await readRound(beside.app, opened.round)
  const tokens = await Promise.all((opened.units[0]?.codes ?? []).map((code) => joinUnit(beside.app, round, 'bekken', code)))

  let running = server.start()
  let acknowledged = 0
  let lost = 0
  async function untilAcknowledged(message: Contribution): Promise<void> {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: padContribution(message) }
    const send = () => fetch(`${server.origin}/api/v1/contributions`, request).catch(() => undefined)
    for (;;) {
      await running
      // Of two copies one reply is enough: the other may be lost.
      const reply = await Promise.race([send(), send()])
      if (reply?.status === 200) break
      if (reply !== undefined) throw new Error(`answered ${reply.status}`)
      lost += 1
    }
    acknowledged += 1
    if (killedAfter.includes(acknowledged)) running = server.kill().then(server.start)
  }
  const last = await Promise.all(
    tokens.map(async (token, at) => {
      const first = newVersion(`${at % 5}1234-ab`)
      const second = newVersion(at % 7 === 0 ? '--------' : `${'abcde'.charAt(at % 5)}-01234c`)
      await untilAcknowledged(contributionOf(token, first))
      await untilAcknowledged(contributionOf(token, second, first))
      return second.values
    }),
  )

  expect(lost).toBeGreaterThan(0)
  expect(await countersIn(beside.stores.collector)).toEqual(sumsOf(last))
  expect(await beside.stores.collector.all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([{ n: people }])
}, 60_000)
