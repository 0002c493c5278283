import { expect, test } from 'vitest'
import { roundFile } from '../../src/protocol/round-file.ts'

const file = { title: 'Høst', municipality: 'm', closes: '2026-12-01T12:00:00Z', units: [{ unit: 'bekken', headcount: {} }] }

test.each([
  ['with milliseconds', '2026-12-01T12:00:00.000Z', true],
  ['a date alone', '2026-12-01', false],
  ['without a zone', '2026-12-01T12:00:00', false],
  ['with another zone', '2026-12-01T12:00:00+01:00', false],
  ['on a day that is not', '2026-02-30T12:00:00Z', false],
  ['so late that the grace ends in a year of five digits', '9999-12-30T12:00:00Z', false],
])('a closing time %s', (_how, closes, fits) => {
  expect(roundFile.safeParse({ ...file, closes }).success).toBe(fits)
})

test.each([
  [0, true],
  [10_000, true],
  [10_001, false],
  [2.5, false],
  [-1, false],
])('a headcount of %s', (practice, fits) => {
  expect(roundFile.safeParse({ ...file, units: [{ unit: 'bekken', headcount: { practice } }] }).success).toBe(fits)
})
