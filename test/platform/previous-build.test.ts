import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'

const origin = 'https://peil.test'
const previous = 'peil-previous-build'
const precache = `workbox-precache-v2-${origin}/`

type Asked = { readonly method?: string; readonly url: string }
type Found = { readonly of: string }

/** Caches by name, each of what lies under which path. What is not there comes from the network, and says so. */
function workerWith(stored: Record<string, Record<string, string>>) {
  const urlOf = (path: string): string => origin + path
  const open = (name: string) => {
    const cache = (stored[name] ??= {})
    return Promise.resolve({
      keys: () => Promise.resolve(Object.keys(cache).map((path) => ({ method: 'GET', url: urlOf(path) }))),
      put: ({ url }: Asked, { of }: Found) => {
        cache[url.slice(origin.length)] = of
        return Promise.resolve()
      },
    })
  }
  const matched: unknown[] = []
  const caches = {
    keys: () => Promise.resolve(Object.keys(stored)),
    open: vi.fn(open),
    delete: (name: string) => Promise.resolve(Reflect.deleteProperty(stored, name)),
    match: ({ url }: Asked, options?: unknown) => {
      matched.push(options)
      const of = Object.values(stored).find((cache) => url.slice(origin.length) in cache)?.[url.slice(origin.length)]
      return Promise.resolve(of === undefined ? undefined : { of })
    },
  }
  const listeners: Record<string, (event: object) => void> = {}
  runInNewContext(readFileSync('public/previous-build.js', 'utf8'), {
    URL,
    caches,
    fetch: ({ url }: Asked) => Promise.resolve({ of: `network: ${url}` }),
    self: {
      location: { origin },
      addEventListener: (type: string, listener: (event: object) => void) => (listeners[type] = listener),
    },
  })
  return {
    stored,
    caches,
    matched,
    install: async () => {
      let done: Promise<unknown> = Promise.resolve()
      listeners['install']?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
      await done
    },
    /** What the worker answers, or nothing where it leaves that to the browser. */
    ask: async (url: string, method = 'GET') => {
      let answer: Promise<Found> | undefined
      listeners['fetch']?.({ request: { url, method }, respondWith: (given: Promise<Found>) => (answer = given) })
      return (await answer)?.of
    },
  }
}

const old = { '/assets/core-old.js': 'old core', '/assets/words-old.js': 'old words', '/index.html': 'old page' }

test('when a newer build is put in, the files of the one before are kept, and its page is not', async () => {
  const worker = workerWith({ [precache]: { ...old } })
  await worker.install()
  expect(worker.stored[previous]).toEqual({ '/assets/core-old.js': 'old core', '/assets/words-old.js': 'old words' })
})

test('of two builds before only the last is kept, and nothing that was no build', async () => {
  const worker = workerWith({
    [previous]: { '/assets/core-older.js': 'older core' },
    [precache]: { ...old },
    pictures: { '/assets/picture.png': 'no part of a build' },
  })
  await worker.install()
  expect(worker.stored[previous]).toEqual({ '/assets/core-old.js': 'old core', '/assets/words-old.js': 'old words' })
})

test('what is kept stays where there is no build to keep', async () => {
  const worker = workerWith({ [previous]: { '/assets/core-older.js': 'older core' } })
  await worker.install()
  expect(worker.stored[previous]).toEqual({ '/assets/core-older.js': 'older core' })
})

test('without room for it the update goes on', async () => {
  const worker = workerWith({ [precache]: { ...old } })
  worker.caches.open.mockRejectedValue(new DOMException('no room', 'QuotaExceededError'))
  await expect(worker.install()).resolves.toBeUndefined()
})

test('a page gets the files it was built with, whatever the server says they vary by, and others from the network', async () => {
  const worker = workerWith({ [previous]: { '/assets/core-old.js': 'old core' } })
  expect(await worker.ask(`${origin}/assets/core-old.js`)).toBe('old core')
  expect(worker.matched).toEqual([{ ignoreVary: true }])
  expect(await worker.ask(`${origin}/assets/never-seen.js`)).toBe(`network: ${origin}/assets/never-seen.js`)
})

test.each([
  ['a file of another origin', 'https://elsewhere.test/assets/core-old.js', 'GET'],
  ['what is sent to the server', `${origin}/assets/core-old.js`, 'POST'],
  ['a page', `${origin}/index.html`, 'GET'],
  ['the interface', `${origin}/api/v1/rounds/x`, 'GET'],
])('%s is none of its business', async (_what, url, method) => {
  const worker = workerWith({ [previous]: { '/assets/core-old.js': 'old core', '/index.html': 'x', '/api/v1/rounds/x': 'x' } })
  expect(await worker.ask(url, method)).toBeUndefined()
})
