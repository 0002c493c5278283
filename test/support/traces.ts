import type { Page } from 'playwright-core'

/** Runs in the page, with the browser's own interfaces alone. Everything that is kept, place by place, as text. */
async function keptInBrowser(): Promise<Record<string, string>> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(request.error ?? new Error('not read'))
      }
    })
  const shown = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? new TextDecoder('utf-8').decode(value) + new TextDecoder('latin1').decode(value) : value
  const kept: Record<string, string> = {}
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store)
      kept[`database ${name}, ${store}`] = JSON.stringify([await done(rows.getAllKeys()), await done(rows.getAll())], shown)
    }
    database.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const replies = await Promise.all(
      (await cache.keys()).map(async (request) => [request.url, await (await cache.match(request))?.text()]),
    )
    kept[`cache ${name}`] = JSON.stringify(replies)
  }
  return {
    ...kept,
    localStorage: JSON.stringify(localStorage),
    sessionStorage: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    'history state': JSON.stringify(history.state),
    address: location.href,
    title: document.title,
    document: document.documentElement.outerHTML,
  }
}

async function accessibilityTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return JSON.stringify(nodes)
}

/**
 * Where something of a person's can be found by whoever holds the tablet: `place: marker`. `fields` are names that Peil's own code has
 * too, and are not looked for in its files.
 */
export async function tracesOf(page: Page, markers: readonly string[], fields: readonly string[] = []): Promise<string[]> {
  const kept = { ...(await page.evaluate(keptInBrowser)), 'accessibility tree': await accessibilityTree(page) }
  return Object.entries(kept).flatMap(([place, text]) =>
    [...markers, ...(place.startsWith('cache ') ? [] : fields)]
      .filter((marker) => text.includes(marker))
      .map((marker) => `${place}: ${marker}`),
  )
}
