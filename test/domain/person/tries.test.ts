import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pauseAfterWrong, waitBeforeTry } from '../../../src/domain/person/tries.ts'

const at = '2026-11-22T09:00:00.000Z'
const shifted = (milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString()

test('two slips of the finger cost nothing, and every wrong PIN after them at least as much as the one before', () => {
  expect([0, 1, 2].map(pauseAfterWrong)).toEqual([0, 0, 0])
  const pauses = Array.from({ length: 30 }, (_, extra) => pauseAfterWrong(3 + extra))
  expect(pauses[0]).toBe(30_000)
  expect(pauses.at(-1)).toBe(3_600_000)
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
})

test('guessing a quarter of all PINs of six digits takes decades', () => {
  const tries = 250_000
  const early = Array.from({ length: 20 }, (_, wrong) => pauseAfterWrong(wrong)).reduce((sum, each) => sum + each, 0)
  const years = (early + (tries - 20) * pauseAfterWrong(20)) / (365.25 * 24 * 3_600_000)
  expect(years).toBeGreaterThan(28)
})

test('nobody waits longer than the whole pause, whatever the clock says', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: -1e11, max: 1e11 }), (wrong, gone) => {
      const wait = waitBeforeTry({ wrong, at }, shifted(gone))
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(pauseAfterWrong(wrong))
      if (gone >= pauseAfterWrong(wrong)) expect(wait).toBe(0)
    }),
  )
  expect(waitBeforeTry(undefined, at)).toBe(0)
})
