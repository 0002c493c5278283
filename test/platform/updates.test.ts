// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type Worker = EventTarget & { state: string; readonly postMessage: (message: unknown) => void }

const newWorker = (): Worker => Object.assign(new EventTarget(), { state: 'installing', postMessage: vi.fn() })
const reload = vi.fn()

/** A browser whose worker is in charge already, or that has none yet. */
function browser(controller: object | null) {
  const registration = Object.assign(new EventTarget(), {
    installing: null as Worker | null,
    waiting: null as Worker | null,
    update: vi.fn(() => Promise.resolve()),
  })
  const register = vi.fn(() => Promise.resolve(registration))
  const serviceWorker = Object.assign(new EventTarget(), {
    controller,
    register,
    getRegistration: () => Promise.resolve(registration),
  })
  vi.stubGlobal('navigator', { serviceWorker })
  vi.stubGlobal('location', { reload })
  return { registration, register, serviceWorker }
}

/** A newer worker is found, has everything, and waits. */
function findNewer(registration: ReturnType<typeof browser>['registration']): Worker {
  const worker = newWorker()
  registration.installing = worker
  registration.dispatchEvent(new Event('updatefound'))
  registration.waiting = worker
  worker.dispatchEvent(new Event('statechange'))
  return worker
}

/** Fresh for every test: it remembers what it has seen. */
const start = async () => {
  vi.resetModules()
  const updates = await import('../../src/platform/updates.ts')
  updates.startUpdates()
  return updates
}

beforeEach(() => {
  reload.mockClear()
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('on a first visit Peil is ready offline once the worker is in charge, and nothing is offered or loaded anew', async () => {
  const { registration, register, serviceWorker } = browser(null)
  const updates = await start()
  expect(updates.currentUpdate()).toEqual({ ready: false, waiting: false, asked: false })
  await Promise.resolve()
  findNewer(registration)
  serviceWorker.dispatchEvent(new Event('controllerchange'))
  expect(updates.currentUpdate()).toEqual({ ready: true, waiting: false, asked: false })
  expect(reload).not.toHaveBeenCalled()
  expect(register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' })
})

test('a newer Peil is offered, and starts only when the person says so', async () => {
  const { registration, serviceWorker } = browser({})
  const updates = await start()
  const heard = vi.fn()
  updates.watchUpdate(heard)
  await Promise.resolve()
  const worker = findNewer(registration)
  expect(updates.currentUpdate()).toEqual({ ready: true, waiting: true, asked: false })
  expect(heard).toHaveBeenCalled()
  expect(worker.postMessage).not.toHaveBeenCalled()
  await updates.applyUpdate()
  expect(updates.currentUpdate().asked).toBe(true)
  expect(worker.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
  expect(reload).not.toHaveBeenCalled()
  serviceWorker.dispatchEvent(new Event('controllerchange'))
  expect(reload).toHaveBeenCalledOnce()
})

test('a browser that does not say that the newer one has taken over is not waited for', async () => {
  const { registration } = browser({})
  const updates = await start()
  await Promise.resolve()
  findNewer(registration)
  vi.useFakeTimers()
  await updates.applyUpdate()
  vi.advanceTimersByTime(3_000)
  expect(reload).toHaveBeenCalledOnce()
})

test('when the person comes back after an hour a newer Peil is looked for, and no network is no trouble', async () => {
  const { registration } = browser({})
  const clock = vi.spyOn(performance, 'now')
  clock.mockReturnValue(0)
  await start()
  await Promise.resolve()
  registration.update.mockRejectedValueOnce(new TypeError('offline'))
  for (const minutes of [59, 61, 62, 122]) {
    clock.mockReturnValue(minutes * 60_000)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  expect(registration.update).toHaveBeenCalledTimes(2)
})

test('when somebody says yes in another tab, what is being written in this one stays', async () => {
  const { serviceWorker } = browser({})
  await start()
  serviceWorker.dispatchEvent(new Event('controllerchange'))
  expect(reload).not.toHaveBeenCalled()
})
