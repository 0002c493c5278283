// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handOver, shareFile } from '../../src/platform/sharing.ts'

const file = new File(['steps'], 'peil-resultat.csv')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A device with a screen one touches: where it is in a browser, and where it is opened from the home screen. */
function onTablet(standalone: boolean, more: object = {}): void {
  vi.stubGlobal('navigator', { userAgent: 'Macintosh; Version/18 Safari', maxTouchPoints: 5, standalone, ...more })
}

function sharing(share: () => Promise<void>): void {
  vi.stubGlobal('navigator', { userAgent: '', canShare: () => true, share })
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})

test('a file that was handed over is not saved as well', async () => {
  sharing(() => Promise.resolve())
  expect(await shareFile(file)).toBe(true)
})

test('a person who turns back leaves no file behind on a shared device', async () => {
  sharing(() => Promise.reject(new DOMException('turned back', 'AbortError')))
  expect(await shareFile(file)).toBe(true)
})

test('where the device cannot hand it over, the file is to be saved', async () => {
  sharing(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
  expect(await shareFile(file)).toBe(false)
  vi.stubGlobal('navigator', { userAgent: '' })
  expect(await shareFile(file)).toBe(false)
})

test.each([
  ['handed', () => Promise.resolve()],
  ['turned-back', () => Promise.reject(new DOMException('turned back', 'AbortError'))],
  ['failed', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
] as const)('a file that was %s is told apart from the others', async (became, share) => {
  sharing(share)
  expect(await handOver(file)).toBe(became)
})

test('a device without a way of handing over a file says so, also for this file only', async () => {
  vi.stubGlobal('navigator', { userAgent: '' })
  expect(await handOver(file)).toBe('none')
  vi.stubGlobal('navigator', { userAgent: '', canShare: () => false })
  expect(await handOver(file)).toBe('none')
})

test('on the home screen of an iPad a file that nobody takes is never downloaded: that page has no way back', async () => {
  const refuses = { canShare: () => true, share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }
  for (const more of [refuses, {}, { canShare: () => false }]) {
    onTablet(true, more)
    expect(await handOver(file)).toBe('failed')
    expect(await shareFile(file)).toBe('refused')
    onTablet(false, more)
    expect(await shareFile(file), 'in a tab the browser saves it').toBe(false)
  }
})
