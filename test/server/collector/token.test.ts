import { constants, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import type { RoundUnit } from '../../../src/protocol/round.ts'
import { isValidToken, preparedMessage } from '../../../src/server/collector/token.ts'

function makeUnit(unit: string) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const keyId = randomBytes(32).toString('base64url')
  const instrument = { id: 'barnehage', version: '2026.1' } as const
  const known: RoundUnit = { unit, name: unit, sector: 'barnehage', instrument, headcount: { teacher: 5 }, tiers: [], n, e, keyId }
  return { unit: known, privateKey }
}

const pss = constants.RSA_PKCS1_PSS_PADDING
const { unit, privateKey } = makeUnit('bekken')
const prepared = preparedMessage('round', unit, randomBytes(32))
const signed = (how: { padding: number; saltLength?: number }, digest = 'sha384') => sign(digest, prepared, { key: privateKey, ...how })

test('a token is signed in one way: PSS, SHA-384, a salt of 48 bytes, by the key of the unit', () => {
  const good = signed({ padding: pss, saltLength: 48 })
  expect(isValidToken(unit, prepared, good)).toBe(true)
  // The key is held after the first: it is used in the same way again.
  expect(isValidToken(unit, prepared, good)).toBe(true)
  for (const bad of [
    signed({ padding: pss, saltLength: 32 }),
    signed({ padding: pss, saltLength: 60 }),
    signed({ padding: pss, saltLength: 48 }, 'sha256'),
    signed({ padding: constants.RSA_PKCS1_PADDING }),
    Buffer.from(good).fill(0, 100, 101),
    good.subarray(1),
    Buffer.alloc(0),
  ])
    expect(isValidToken(unit, prepared, bad)).toBe(false)
  expect(isValidToken(makeUnit('bekken').unit, prepared, good)).toBe(false)
})

test('what is signed is bound to the round, the unit and its key, also where the same unit is asked for again', () => {
  const t = randomBytes(32)
  const { keyId } = makeUnit('bekken').unit
  const made = [
    preparedMessage('round', unit, t),
    preparedMessage('another', unit, t),
    preparedMessage('round', { ...unit, unit: 'lia' }, t),
    preparedMessage('round', { ...unit, keyId }, t),
  ].map((message) => message.toString('hex'))
  expect(new Set(made).size).toBe(made.length)
  expect(preparedMessage('round', unit, t).toString('hex')).toBe(made[0])
})
