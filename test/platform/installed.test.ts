// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { deviceKind, forgetsUnused, isInstalled } from '../../src/platform/installed.ts'
import { keepStorage, roomLeft, storageKeeping } from '../../src/platform/keeping.ts'

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

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  ['an iPad that calls itself a Mac', `${mac} Version/26.0 Safari/605.1.15`, 5, 'apple-tablet', true],
  ['a telephone from Apple', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)', 5, 'apple-tablet', true],
  ['a Mac with Safari', `${mac} Version/26.0 Safari/605.1.15`, 0, 'mac', true],
  ['a Mac with Edge', `${mac} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 0, 'computer', false],
  ['an Android tablet', 'Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Safari/537.36', 5, 'android', false],
  ['a computer with a touch screen', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0', 10, 'computer', false],
])('%s is known, and whether its tabs forget', (_name, userAgent, maxTouchPoints, kind, forgets) => {
  browser({ userAgent, maxTouchPoints })
  expect([deviceKind(), forgetsUnused()]).toEqual([kind, forgets])
  browser({ userAgent, maxTouchPoints }, true)
  expect(forgetsUnused(), 'the app on the home screen never does').toBe(false)
})

test('the room that is left is what the browser gives less what is used, and unknown where it does not say', async () => {
  browser({ storage: { estimate: () => Promise.resolve({ quota: 50, usage: 20 }) } })
  expect(await roomLeft()).toBe(30)
  browser({ storage: { estimate: () => Promise.resolve({ quota: 10, usage: 20 }) } })
  expect(await roomLeft()).toBe(0)
  for (const storage of [
    undefined,
    { estimate: () => Promise.resolve({}) },
    { estimate: () => Promise.reject(new TypeError('not here')) },
  ]) {
    browser({ ...(storage && { storage }) })
    expect(await roomLeft()).toBeUndefined()
  }
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
