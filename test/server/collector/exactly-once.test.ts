import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Round } from '../../../src/protocol/round.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type TestServer, startServer } from '../../support/server.ts'

const people = 30
let server: TestServer
let round: Round
let codes: readonly string[]

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: people } }])
  codes = opened.units[0]?.codes ?? []
  round = await readRound(server.app, opened.round)
})
afterAll(() => server.remove())

/** A small generator with a seed, so that a failure can be had again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

test('after changes, withdrawals, repeats and late copies in any order, the counters are the sums of what was last accepted', async () => {
  const pick = chance(20_261_121)
  const letters = '01234abcde-'
  const last: string[] = []
  await Promise.all(
    codes.map(async (code) => {
      const token = await joinUnit(server.app, round, 'bekken', code)
      const values = () => Array.from({ length: 8 }, () => letters.charAt(pick(letters.length))).join('')
      let current = newVersion(`0${values().slice(1)}`)
      const sent = [contributionOf(token, current)]
      await send(server.app, sent[0] ?? contributionOf(token, current))
      for (let changes = pick(4); changes > 0; changes -= 1) {
        const next = newVersion(pick(4) === 0 ? '--------' : `1${values().slice(1)}`)
        const message = contributionOf(token, next, current)
        const replies = await Promise.all([
          send(server.app, message),
          send(server.app, message),
          ...sent.map((each) => send(server.app, each)),
        ])
        expect(replies.slice(0, 2).map((reply) => reply.statusCode)).toEqual([200, 200])
        sent.push(message)
        current = next
      }
      last.push(current.values)
    }),
  )

  expect(await countersIn(server.stores.collector)).toEqual(sumsOf(last))
  expect(await server.stores.collector.all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([expect.objectContaining({ n: people })])
})
