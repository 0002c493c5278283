// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'

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

test('on a first visit Peil is ready offline once the worker is in charge, and nothing is offered or loaded anew', async () => {
  const { registration, register, serviceWorker } = browser(null)
  const updates = await start()
  expect(updates.currentUpdate()).toEqual({ ready: false, waiting: false })
  await Promise.resolve()
  findNewer(registration)
  serviceWorker.dispatchEvent(new Event('controllerchange'))
  expect(updates.currentUpdate()).toEqual({ ready: true, waiting: false })
  expect(reload).not.toHaveBeenCalled()
  expect(register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' })
})

test('a newer Peil is offered, and starts only when the person says so', async () => {
  const { registration } = browser({})
  const updates = await start()
  const heard = vi.fn()
  updates.watchUpdate(heard)
  await Promise.resolve()
  const worker = findNewer(registration)
  expect(updates.currentUpdate()).toEqual({ ready: true, waiting: true })
  expect(heard).toHaveBeenCalled()
  expect(worker.postMessage).not.toHaveBeenCalled()
  await updates.applyUpdate()
  expect(worker.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
  expect(reload).not.toHaveBeenCalled()
  worker.state = 'activated'
  worker.dispatchEvent(new Event('statechange'))
  expect(reload, 'also where the browser does not say that the worker in charge has changed').toHaveBeenCalled()
})

test('a newer Peil is looked for when the person comes back, and no network is no trouble', async () => {
  const { registration } = browser({})
  await start()
  await Promise.resolve()
  registration.update.mockRejectedValueOnce(new TypeError('offline'))
  document.dispatchEvent(new Event('visibilitychange'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(registration.update).toHaveBeenCalledTimes(2)
})

test('when another tab has started the newer Peil, this one follows', async () => {
  const { serviceWorker } = browser({})
  const updates = await start()
  serviceWorker.dispatchEvent(new Event('controllerchange'))
  expect(reload).toHaveBeenCalledOnce()
  await updates.applyUpdate()
  expect(reload).toHaveBeenCalledTimes(2)
})
