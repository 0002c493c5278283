import { expect, test } from 'vitest'
import type { Round } from '../../../src/protocol/round.ts'
import { createAsking } from '../../../src/server/collector/asking.ts'
import { OutOfReach } from '../../../src/server/out-of-reach.ts'
import { releasedRound } from '../../support/released-round.ts'

const { round } = releasedRound([])

/** An issuer that knows one round, and counts how often it is asked. */
function issuer(answer: (id: string) => Promise<Round | undefined> = (id) => Promise.resolve(id === 'real' ? round : undefined)) {
  const asked: string[] = []
  let now = 0
  const asking = createAsking(
    () => new Date(now),
    (id) => {
      asked.push(id)
      return answer(id)
    },
  )
  return { asked, asking, pass: (milliseconds: number) => (now += milliseconds) }
}

const strange = { isKnown: false }
const many = (how: number) => Array.from({ length: how }, (_, at) => `made-up-${at}`)

test('an id that belongs to no round is not asked for again within a minute', async () => {
  const { asked, asking, pass } = issuer()
  for (let times = 0; times < 500; times += 1) expect(await asking.ask('no-round', strange)).toBeUndefined()
  expect(asked).toEqual(['no-round'])
  pass(60_000)
  await asking.ask('no-round', strange)
  expect(asked).toHaveLength(2)
})

test('of ever new ids a few reach the issuer in a second, the others are told to wait, and a real round is found after it', async () => {
  const { asked, asking, pass } = issuer()
  const answers = await Promise.allSettled(many(5_000).map((id) => asking.ask(id, strange)))
  expect(asked).toHaveLength(20)
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(4_980)
  await expect(asking.ask('real', strange)).rejects.toThrow(OutOfReach)
  pass(1_000)
  expect(await asking.ask('real', strange)).toBe(round)
})

test('a round that has been counted for is found in the midst of a flood', async () => {
  const { asking } = issuer()
  await Promise.allSettled(many(100).map((id) => asking.ask(id, strange)))
  expect(await asking.ask('real', { isKnown: true })).toBe(round)
})

test('many who wait for the same answer ask once; an answer that did not come is asked for again', async () => {
  let away = true
  const { asked, asking } = issuer(() => (away ? Promise.reject(new OutOfReach('away')) : Promise.resolve(round)))
  const all = await Promise.allSettled(Array.from({ length: 100 }, () => asking.ask('real', strange)))
  expect([asked.length, all.every(({ status }) => status === 'rejected')]).toEqual([1, true])
  away = false
  expect(await asking.ask('real', strange)).toBe(round)
})
