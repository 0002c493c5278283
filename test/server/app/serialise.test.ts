import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { publicRound } from '../../../src/server/issuer/rounds.ts'
import type { StoredRound } from '../../../src/server/issuer/rounds.ts'
import { serialiseOnce } from '../../../src/server/serialise.ts'

function countingSerialiser() {
  let checked = 0
  const name = z.string().check(z.refine(() => (checked += 1) > 0))
  const schema = z.strictObject({ name })
  return { serialise: serialiseOnce({ schema, method: 'GET', url: '/' }), checked: () => checked }
}

test('what is frozen is checked and written once, and everything else each time', () => {
  const { serialise, checked } = countingSerialiser()
  const frozen = Object.freeze({ name: 'Solstråla' })
  expect([serialise(frozen), serialise(frozen), checked()]).toEqual(['{"name":"Solstråla"}', '{"name":"Solstråla"}', 1])
  expect([serialise(Object.freeze({ name: 'Lia' })), checked()]).toEqual(['{"name":"Lia"}', 2])
  const open = { name: 'Bekken' }
  expect(serialise(open)).toBe('{"name":"Bekken"}')
  open.name = 'Nes'
  expect([serialise(open), checked()]).toEqual(['{"name":"Nes"}', 4])
})

test('what its schema does not allow is refused, frozen or not', () => {
  const { serialise } = countingSerialiser()
  const wrong = Object.freeze({ name: 'Lia', secret: 1 })
  for (let times = 0; times < 2; times += 1) expect(() => serialise(wrong)).toThrow()
})

test('a round is one frozen document for each state', () => {
  const frozen = { round: 'r', closes: '2026-11-20T12:00:00.000Z' } as StoredRound['frozen']
  const found: StoredRound = { municipality: 'm', phase: 'open', participantsSeeResults: true, frozen }
  const at = (day: number, phase: StoredRound['phase'] = 'open') => publicRound({ ...found, phase }, new Date(Date.UTC(2026, 10, day)))
  expect([at(1).state, at(25).state, at(25, 'released').state, at(1).state]).toEqual(['open', 'closed', 'released', 'open'])
  expect(at(2)).toBe(at(1))
  expect([at(1), at(25)].every((document) => Object.isFrozen(document))).toBe(true)
})
