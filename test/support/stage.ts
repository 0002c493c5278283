import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import type { AnyBrowser, Look } from './any-browser.ts'
import { type Browser, prepareBrowser } from './browser.ts'
import { type ServerProcess, prepareServer } from './server-process.ts'
import { prepareAloneWebKit } from './webkit/alone.ts'
import { prepareWebKit } from './webkit/browser.ts'

type Watched = Pick<AnyBrowser, 'complaints' | 'remove'>

export type Stage<On extends Watched = Browser> = { readonly server: ServerProcess; readonly browser: On }

/** For the file, or anew for every test. */
type Lasts = 'file' | 'test'

/** A running server and a browser. They are there once a test runs, and what a page complains of fails it. */
function setStageWith<On extends Watched>(prepare: (look: Look) => Promise<On>, lasts: Lasts, look: Look): Stage<On> {
  const [before, after] = lasts === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach]
  let stage: Stage<On> | undefined
  const set = (): Stage<On> => {
    if (stage === undefined) throw new Error('the stage is set when a test runs')
    return stage
  }
  before(async () => {
    stage = { server: await prepareServer(), browser: await prepare(look) }
    await stage.server.start()
  })
  after(async () => {
    await stage?.browser.remove()
    await stage?.server.remove()
  })
  afterEach(() => {
    expect(stage?.browser.complaints()).toEqual([])
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

export function setStage(lasts: Lasts = 'file', look: Look = {}): Stage {
  return setStageWith(prepareBrowser, lasts, look)
}

type PrepareBrowser = (look?: Look) => Promise<AnyBrowser>

/** Every engine a journey is walked in, with what prepares a browser of it. */
export const engines: Readonly<Record<'Chromium' | 'WebKit', PrepareBrowser>> = { Chromium: prepareBrowser, WebKit: prepareWebKit }

/** A journey that is written once and walked in every engine, each with a server of its own. */
export function inEveryBrowser(journey: (stage: Stage<AnyBrowser>) => void, lasts: Lasts = 'file', look: Look = {}): void {
  for (const [name, prepare] of Object.entries(engines)) {
    describe(name, () => {
      journey(setStageWith(prepare, lasts, look))
    })
  }
}

/** Where the browser itself breaks the connection to the database, and takes it away. */
export type LosingBrowser = Pick<AnyBrowser, 'complaints' | 'open' | 'remove'> & {
  readonly loseConnections: () => Promise<void>
  readonly emptyStorage: (origin: string) => Promise<unknown>
}

/** A journey on whose way the browser fails. `heals`: what brings its storage back. */
export function whereStorageFails(journey: (stage: Stage<LosingBrowser>, heals: 'new connection' | 'new page') => void): void {
  describe('Chromium', () => {
    journey(setStageWith(prepareBrowser, 'test', {}), 'new connection')
  })
  describe('WebKit', () => {
    journey(setStageWith<LosingBrowser>(prepareAloneWebKit, 'test', {}), 'new page')
  })
}
