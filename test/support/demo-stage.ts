import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Browser, prepareBrowser } from './browser.ts'
import { type Demo, startDemo } from './demo.ts'

export type DemoStage = {
  readonly demo: Demo
  /** Everybody has a browser of their own. */
  readonly openPage: () => Promise<Page>
}

/** The invented municipality, for the tests of a file. They look at colours, so nothing moves. */
export function setDemoStage(): DemoStage {
  const browsers: Browser[] = []
  let demo: Demo | undefined
  beforeAll(async () => {
    demo = await startDemo()
  })
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.remove()))
    await demo?.server.remove()
  })
  return {
    get demo() {
      if (demo === undefined) throw new Error('the stage is set when a test runs')
      return demo
    },
    openPage: async () => {
      const browser = await prepareBrowser({ reducedMotion: 'reduce' })
      browsers.push(browser)
      return browser.open()
    },
  }
}
