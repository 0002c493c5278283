// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { isAppleTablet, isInstalled } from '../../src/platform/installed.ts'
import { keepStorage, storageKeeping } from '../../src/platform/keeping.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function browser(parts: Record<string, unknown>, standalone = false): void {
  vi.stubGlobal('navigator', { userAgent: '', maxTouchPoints: 0, ...parts })
  vi.stubGlobal('matchMedia', () => ({ matches: standalone }))
}

test('an app opened from the home screen counts as installed, on iPads as elsewhere', () => {
  browser({ standalone: true })
  expect(isInstalled()).toBe(true)
  browser({}, true)
  expect(isInstalled()).toBe(true)
  browser({ standalone: false })
  expect(isInstalled()).toBe(false)
})

test('an iPad that calls itself a Mac is known by its touch screen', () => {
  browser({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 })
  expect(isAppleTablet()).toBe(true)
  browser({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 0 })
  expect(isAppleTablet()).toBe(false)
})

test('a browser that says nothing about storage is not taken to keep it', async () => {
  browser({})
  expect(await storageKeeping()).toBe('unknown')
  browser({ storage: { persisted: () => Promise.resolve(false), persist: () => Promise.resolve(true) } })
  expect(await storageKeeping()).toBe('may-be-cleared')
  expect(await keepStorage()).toBe('kept')
  browser({ storage: { persisted: () => Promise.reject(new TypeError('not here')) } })
  expect(await storageKeeping()).toBe('unknown')
})
