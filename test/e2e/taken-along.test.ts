import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnyBrowser, AnyPage } from '../support/any-browser.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { type ServerProcess, prepareServer } from '../support/server-process.ts'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { engines } from '../support/stage.ts'
import { makeBackup, openBackup, rowsOf } from '../support/taken-along.ts'

describe.each(Object.entries(engines))('%s', (_name, prepare) => {
  const tablets: AnyBrowser[] = []
  let server: ServerProcess
  beforeAll(async () => {
    server = await prepareServer()
    await server.start()
  })
  afterEach(() => {
    expect(tablets.flatMap((tablet) => tablet.complaints())).toEqual([])
  })
  afterAll(async () => {
    await Promise.all(tablets.map((tablet) => tablet.remove()))
    await server.remove()
  })

  /** A tablet that nobody has used, with Peil stored on it. */
  async function newTablet(): Promise<{ readonly browser: AnyBrowser; readonly page: AnyPage }> {
    const browser = await prepare()
    tablets.push(browser)
    const page = await browser.open()
    await page.goto(server.origin)
    await untilReadyOffline(page)
    return { browser, page }
  }

  test('what was begun on one tablet goes on at the same question on a new one, through a file, with the server gone', async () => {
    const old = await newTablet()
    const fresh = await newTablet()
    await server.kill()
    const { origin } = server

    await beginAssessment(old.page, 'Barnehagelærer')
    await answerQuestion(old.page, 'Velger med begrunnelse')
    await goOn(old.page)
    await answerQuestion(old.page, 'Prøver med støtte')
    await goOn(old.page)
    const at = await old.page.evaluate(() => location.pathname)
    const { file, words } = await makeBackup(old.page, old.browser, origin)
    const [begun] = await rowsOf(old.page)

    await fresh.page.reload()
    await openBackup(fresh.page, origin, file, words)
    await fresh.page.getByText('Nye kartlegginger').waitFor()
    await fresh.page.getByRole('button', { name: 'Hent inn', exact: true }).click()
    await fresh.page.getByRole('heading', { name: 'Kopien er hentet inn' }).waitFor()
    expect(await rowsOf(fresh.page)).toEqual([begun])
    await fresh.page.getByRole('link', { name: 'Til start', exact: true }).click()
    await fresh.page.getByRole('link', { name: 'Fortsett' }).click()
    await fresh.page.waitForURL((url) => url.pathname === at)

    await openBackup(fresh.page, origin, file, words)
    await fresh.page.getByText('Alt i kopien ligger her fra før.').waitFor()
    expect(fresh.browser.foreignRequests(origin)).toEqual([])
  })
})
