/**
 * Part of the service worker. A page that was opened before an update still asks for the files it was built with, whose names are no
 * longer in the new build. So the build before is kept, until the next one takes its place.
 */
const previous = 'peil-previous-build'

async function keepPrevious() {
  const names = (await caches.keys()).filter((name) => name.includes('-precache-'))
  const kept = await Promise.all(names.map((name) => caches.open(name)))
  const requests = (await Promise.all(kept.map((cache) => cache.keys()))).flat()
  const files = requests.filter(({ url }) => new URL(url).pathname.startsWith('/assets/'))
  if (files.length === 0) return
  await caches.delete(previous)
  const before = await caches.open(previous)
  await Promise.all(
    files.map(async (request) => {
      const response = await caches.match(request)
      if (response) await before.put(request, response)
    }),
  )
}

self.addEventListener('install', (event) => {
  // Without room for it the update goes on: an old page then says that it stopped, and offers to load again.
  event.waitUntil(keepPrevious().catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith('/assets/')) return
  event.respondWith(caches.match(event.request, { ignoreVary: true }).then((found) => found ?? fetch(event.request)))
})
