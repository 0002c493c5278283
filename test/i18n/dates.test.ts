import { expect, test } from 'vitest'
import { dayAndMonth, wholeDate } from '../../src/i18n/dates.ts'

test('dates are written as people write them', () => {
  expect(dayAndMonth('2026-12-11', 'nb')).toBe('11. desember')
  expect(wholeDate('2025-11-14', 'nb')).toBe('14. november 2025')
  expect(wholeDate('2025-11-14', 'en')).toBe('14 November 2025')
})
