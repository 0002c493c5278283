import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Browser, type Look, prepareBrowser } from './browser.ts'
import { type ServerProcess, prepareServer } from './server-process.ts'

export type Stage = { readonly server: ServerProcess; readonly browser: Browser }

/** A running server and a browser, for the file or anew for every test. They are there once a test runs. */
export function setStage(lasts: 'file' | 'test' = 'file', look: Look = {}): Stage {
  const [before, after] = lasts === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach]
  let stage: Stage | undefined
  const set = (): Stage => {
    if (stage === undefined) throw new Error('the stage is set when a test runs')
    return stage
  }
  before(async () => {
    stage = { server: await prepareServer(), browser: await prepareBrowser(look) }
    await stage.server.start()
  })
  after(async () => {
    await stage?.browser.remove()
    await stage?.server.remove()
  })
  return {
    get server() {
      return set().server
    },
    get browser() {
      return set().browser
    },
  }
}
