import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { findChromium } from '../../.ci/browsers.mjs'

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

/** What the browser says of itself and its person. Left out: a Chromium on a tablet held upright. */
export type Look = { readonly userAgent?: string; readonly reducedMotion?: 'reduce'; readonly permissions?: string[] }

/** A Chromium with a profile on disk, so that it can be closed and opened again like an installed app. */
export type Browser = {
  readonly open: () => Promise<Page>
  readonly close: () => Promise<void>
  readonly context: () => BrowserContext
  /** Requests that left for another origin than the given one. */
  readonly foreignRequests: (origin: string) => readonly string[]
  readonly remove: () => Promise<void>
}

export async function prepareBrowser(look: Look = {}, moreFlags: readonly string[] = []): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'peil-profile-'))
  const executablePath = await findChromium()
  if (executablePath === undefined) throw new Error('no Chromium: run `node .ci/prepare.mjs --browsers`')
  const requested: string[] = []
  let context: BrowserContext | undefined

  const close = async (): Promise<void> => {
    await context?.close()
    context = undefined
  }

  return {
    open: async () => {
      context ??= await chromium.launchPersistentContext(profile, {
        executablePath,
        headless: true,
        args: [...flags, ...moreFlags],
        viewport: { width: 810, height: 1080 },
        hasTouch: true,
        locale: 'nb-NO',
        ...look,
      })
      context.on('request', (request) => requested.push(request.url()))
      return context.pages()[0] ?? (await context.newPage())
    },
    close,
    context: () => {
      if (context === undefined) throw new Error('the browser is closed')
      return context
    },
    foreignRequests: (origin) => requested.filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin),
    remove: async () => {
      await close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Waits until the app is stored on the device: a service worker is in charge and has everything. */
export async function untilReadyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
    }
  })
}
