import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { findChromium } from '../../.ci/browsers.mjs'
import type { AnyBrowser, AnyPage, Look } from './any-browser.ts'

/** The flags keep Chromium from calling home; without a sandbox it also runs as root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium, with Playwright's pages. */
export type Browser = AnyBrowser<Page> & {
  readonly context: () => BrowserContext
  /** Where LevelDB, which Chromium keeps databases in, writes first. */
  readonly logs: (origin: string) => Promise<readonly string[]>
  /** As when a closed browser had died between the head of a record and the rest of it. */
  readonly tearLastWrite: (origin: string) => Promise<void>
  /** Breaks every connection to a database, as when the process that keeps them dies. What is stored stays. */
  readonly loseConnections: () => Promise<void>
  /** Takes away every database of an origin, as a browser does that needs room. */
  readonly emptyStorage: (origin: string) => Promise<void>
}

/** What only Chromium can be told. */
export type ChromiumLook = Look & { readonly permissions?: string[] }

/** What is no fault of the app: a reply that did not come. */
const excused = /^Failed to load resource/

/** For pages of a browser that stores nothing. */
function refuseStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('not here', 'SecurityError')
  }
}

export async function prepareBrowser({ storage, ...look }: ChromiumLook = {}, moreFlags: readonly string[] = []): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'peil-profile-'))
  const executablePath = await findChromium()
  if (executablePath === undefined) throw new Error('no Chromium: run `node .ci/prepare.mjs --browsers`')
  const requested: string[] = []
  const complaints: string[] = []
  const told: string[] = []
  let context: BrowserContext | undefined

  const start = async (): Promise<BrowserContext> => {
    const started = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: [...flags, ...moreFlags],
      viewport: { width: 810, height: 1080 },
      hasTouch: true,
      locale: 'nb-NO',
      ...look,
    })
    started.on('request', (request) => requested.push(request.url()))
    started.on('weberror', (error) => complaints.push(String(error.error())))
    started.on('console', (message) => {
      if (message.type() === 'info') told.push(message.text())
      if (message.type() === 'error' && !excused.test(message.text())) complaints.push(message.text())
    })
    if (storage === 'refused') await started.addInitScript(refuseStorage)
    return started
  }
  const close = async (): Promise<void> => {
    await context?.close()
    context = undefined
  }

  const opened = (): BrowserContext => {
    if (context === undefined) throw new Error('the browser is closed')
    return context
  }

  const logs = async (origin: string): Promise<readonly string[]> => {
    const { port } = new URL(origin)
    const folder = join(profile, 'Default', 'IndexedDB', `http_localhost_${port}.indexeddb.leveldb`)
    return (await readdir(folder)).filter((name) => name.endsWith('.log')).map((name) => join(folder, name))
  }

  return {
    logs,
    tearLastWrite: async (origin) => {
      const [log] = await logs(origin)
      if (log === undefined) throw new Error('nothing is stored')
      // Checksum, length and type (LevelDB, doc/log_format.md), and nothing after it.
      await appendFile(log, Uint8Array.of(1, 2, 3, 4, 0xf4, 0x01, 1))
    },
    open: async () => {
      context ??= await start()
      return context.pages()[0] ?? (await context.newPage())
    },
    openAnother: async () => (context ??= await start()).newPage(),
    close,
    saving: async (save) => {
      const [download] = await Promise.all([context?.waitForEvent('download'), save()])
      if (download === undefined) throw new Error('the browser is closed')
      const path = join(profile, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    kill: async () => {
      const session = await context?.browser()?.newBrowserCDPSession()
      const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
      if (processInfo.length === 0) throw new Error('the browser is closed')
      const gone = context?.waitForEvent('close')
      for (const { id } of processInfo) process.kill(id, 'SIGKILL')
      await gone
      context = undefined
    },
    loseConnections: async () => {
      // The databases live in the browser's own process, which cannot die alone. Its page about them closes them by force.
      const internals = await opened().newPage()
      await internals.goto('chrome://indexeddb-internals')
      await internals.getByText('Force close', { exact: true }).click()
      await internals.locator('.connection-count', { hasText: /^\s*0\s*$/ }).waitFor()
      await internals.close()
    },
    emptyStorage: async (origin) => {
      const [page] = opened().pages()
      if (page === undefined) throw new Error('no page is open')
      const session = await opened().newCDPSession(page)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    },
    context: opened,
    foreignRequests: (origin) => requested.filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin),
    complaints: () => complaints,
    told: () => told,
    remove: async () => {
      await close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Waits until the app is stored on the device: a service worker is in charge and has everything. */
export async function untilReadyOffline(page: AnyPage): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
    }
  })
}
