import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Contribution, padContribution } from '../../../src/protocol/contribution.ts'
import { contributionOf, newVersion } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { joinedBy } from '../../support/joined.ts'

const devices = 32
const peopleOnEach = 4
const kills = 12
/** How long the server lives at most before it is killed again: some die in their first request, some in their twentieth. */
const longestLife = 60

test(`what the server acknowledged is counted once, although it is killed ${kills} times while ${devices} devices contribute`, async () => {
  const people = devices * peopleOnEach
  const { beside, server, tokens } = await joinedBy(people)

  await server.start()
  let running = Promise.resolve()
  let killed = 0
  let lost = 0
  async function untilAcknowledged(message: Contribution): Promise<void> {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: padContribution(message) }
    const send = () => fetch(`${server.origin}/api/v1/contributions`, request).catch(() => undefined)
    for (;;) {
      await running
      // Of two copies one reply is enough: the other may be lost.
      const reply = await Promise.race([send(), send()])
      if (reply?.status === 200) return
      if (reply !== undefined) throw new Error(`answered ${reply.status}`)
      lost += 1
    }
  }
  let done = false
  async function killNowAndThen(): Promise<void> {
    while (killed < kills && !done) {
      await delay(Math.random() * longestLife)
      killed += 1
      running = server.kill().then(server.start)
      await running
    }
  }
  const last: string[] = []
  async function contributeOn(device: number): Promise<void> {
    for (const [at, token] of tokens.entries()) {
      if (at % devices !== device) continue
      const first = newVersion(`${at % 5}1234-ab`)
      const second = newVersion(at % 7 === 0 ? '--------' : `${'abcde'.charAt(at % 5)}-01234c`)
      await untilAcknowledged(contributionOf(token, first))
      await untilAcknowledged(contributionOf(token, second, first))
      last.push(second.values)
    }
  }
  const contributing = Promise.all(Array.from({ length: devices }, (_, device) => contributeOn(device))).then(() => {
    done = true
  })
  await Promise.all([contributing, killNowAndThen()])

  expect([killed, lost > 0]).toEqual([kills, true])
  expect(await countersIn(beside.stores.collector)).toEqual(sumsOf(last))
  expect(await beside.stores.collector.all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([{ n: people }])
}, 120_000)
