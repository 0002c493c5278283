// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchIdle } from '../../src/platform/idle.ts'

const limits = { warnAfter: 95_000, lockAfter: 120_000, hiddenAfter: 60_000 }
const calls = { onWarn: vi.fn<() => void>(), onActive: vi.fn<() => void>(), onIdle: vi.fn<() => void>() }
let sight: DocumentVisibilityState = 'visible'
let end: () => void

const pass = (seconds: number): void => void vi.advanceTimersByTime(seconds * 1000)
const sign = (name: string): void => void dispatchEvent(new Event(name))

function turn(to: DocumentVisibilityState): void {
  sight = to
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T09:00:00Z') })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => sight)
  sight = 'visible'
  Object.values(calls).forEach((call) => call.mockReset())
  end = watchIdle(limits, calls)
})

afterEach(() => {
  end()
  vi.useRealTimers()
})

test('who is still is warned first, and then shown out, once', () => {
  pass(94)
  expect(calls.onWarn).not.toHaveBeenCalled()
  pass(2)
  expect(calls.onWarn).toHaveBeenCalledOnce()
  expect(calls.onIdle).not.toHaveBeenCalled()
  pass(25)
  expect(calls.onIdle).toHaveBeenCalledOnce()
  pass(300)
  sign('pointerdown')
  expect(calls.onIdle).toHaveBeenCalledOnce()
  expect(calls.onWarn).toHaveBeenCalledOnce()
})

test.each(['pointerdown', 'touchmove', 'wheel', 'keydown', 'click', 'input'])('%s is a sign of somebody', (name) => {
  pass(90)
  sign(name)
  pass(90)
  expect(calls.onWarn).not.toHaveBeenCalled()
})

test('a touch after the warning gives the whole time again, and says so once', () => {
  pass(100)
  sign('keydown')
  sign('keydown')
  expect(calls.onActive).toHaveBeenCalledOnce()
  pass(94)
  expect(calls.onWarn).toHaveBeenCalledOnce()
  pass(2)
  expect(calls.onWarn, 'and there may be another warning').toHaveBeenCalledTimes(2)
  expect(calls.onIdle).not.toHaveBeenCalled()
})

test('the first touch after the time is up lets nobody in', () => {
  vi.setSystemTime(Date.now() + 3_600_000)
  sign('pointerdown')
  expect(calls.onIdle).toHaveBeenCalledOnce()
  expect(calls.onActive).not.toHaveBeenCalled()
})

test('a tablet that slept while its timers stood still locks before anything is seen', () => {
  turn('hidden')
  vi.setSystemTime(Date.now() + 61_000)
  turn('visible')
  expect(calls.onIdle).toHaveBeenCalledOnce()
})

test('a look elsewhere of less than a minute locks nothing, and the next one counts anew', () => {
  for (const _look of [1, 2]) {
    turn('hidden')
    pass(45)
    turn('visible')
  }
  expect(calls.onIdle).not.toHaveBeenCalled()
})

test('out of sight it locks after a minute, while timers still run', () => {
  turn('hidden')
  pass(59)
  expect(calls.onIdle).not.toHaveBeenCalled()
  pass(2)
  expect(calls.onIdle).toHaveBeenCalledOnce()
})

test('two words in a row that it is out of sight do not make the minute longer', () => {
  turn('hidden')
  pass(40)
  turn('hidden')
  pass(21)
  expect(calls.onIdle).toHaveBeenCalledOnce()
})

test('a clock set back does not make the time longer', () => {
  pass(60)
  vi.setSystemTime(Date.now() - 86_400_000)
  pass(61)
  expect(calls.onIdle).toHaveBeenCalledOnce()
})

test('a page a browser had kept is looked at before it is shown again', () => {
  vi.setSystemTime(Date.now() + 121_000)
  sign('pageshow')
  expect(calls.onIdle).toHaveBeenCalledOnce()
})

test('once ended it says nothing more', () => {
  end()
  pass(600)
  sign('pointerdown')
  expect(Object.values(calls).flatMap((call) => call.mock.calls)).toEqual([])
})
