import { expect, test } from 'vitest'
import { pinFault } from '../../../src/domain/person/pin.ts'

test.each([
  ['40291', 'too-short'],
  ['', 'too-short'],
  ['40 291', 'not-digits'],
  ['hemmelig', 'not-digits'],
  ['000000', 'too-easy'],
  ['123456', 'too-easy'],
  ['9876543', 'too-easy'],
])('%j is refused: %s', (pin, kind) => {
  expect(pinFault(pin)).toEqual({ kind })
})

test.each(['402917', '135790', '11223344', '0123465'])('%s will do', (pin) => {
  expect(pinFault(pin)).toBeUndefined()
})
