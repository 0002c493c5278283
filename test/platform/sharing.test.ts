// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { handOver, shareFile } from '../../src/platform/sharing.ts'

const file = new File(['steps'], 'peil-resultat.csv')

afterEach(() => {
  vi.unstubAllGlobals()
})

function sharing(share: () => Promise<void>): void {
  vi.stubGlobal('navigator', { canShare: () => true, share })
}

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
  vi.stubGlobal('navigator', {})
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
  vi.stubGlobal('navigator', {})
  expect(await handOver(file)).toBe('none')
  vi.stubGlobal('navigator', { canShare: () => false })
  expect(await handOver(file)).toBe('none')
})
