import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Assessment } from '../../src/domain/assessment/assessment.ts'
import { carriedLink } from '../../src/protocol/carried.ts'
import { must } from '../support/must.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { atDoor, enterAs, lock, makePlace, shareTablet, tryPin } from '../support/shared-tablet.ts'
import { beginAssessment } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage('test')
const at = '2026-11-20T09:00:00.000Z'
const finished: Assessment = {
  ...{ id: 'one', sector: 'sfo', tier: 'practice', instrumentVersion: '2026.1', modules: [], startedAt: at, changedAt: at, finishedAt: at },
  ...{ predictions: {}, answers: {}, confidence: {}, vignettes: {}, notes: {} },
}
const [pinOfA, pinOfB] = ['402917', '550183']

async function openTablet(): Promise<Page> {
  const page = await stage.browser.open()
  await shareTablet(page, stage.server.origin)
  return page
}

/** A newer Peil in another tab takes the database, and is gone again. */
async function takeOver(page: Page): Promise<void> {
  const newer = await stage.browser.context().newPage()
  await newer.goto(`${stage.server.origin}/robots.txt`)
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('peil', 1000)
        opening.onerror = () => {
          reject(new Error(opening.error?.message))
        }
        opening.onsuccess = () => {
          resolve()
        }
      }),
  )
  await newer.close()
  await page.getByRole('alert').getByText('En nyere Peil er åpen i en annen fane.').waitFor()
}

test('wrong PINs cost a pause that a reload does not shorten, and the right one opens when it is over', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  await lock(page)
  // However slow the machine: no time passes but what is said here.
  await page.clock.setFixedTime('2026-11-22T09:00:00Z')
  await page.getByRole('button', { name: 'Måke' }).click()
  for (const wrong of ['000001', '000002', '000003']) await tryPin(page, wrong)
  await page.getByRole('timer').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Måke' }).click()
  await page.getByRole('timer').waitFor()
  await tryPin(page, pinOfA)
  expect(await page.getByRole('button', { name: 'Lås', exact: true }).isVisible()).toBe(false)
  await page.clock.setFixedTime('2026-11-22T09:00:31Z')
  await page.getByRole('timer').waitFor({ state: 'detached' })
  await tryPin(page, pinOfA)
  await page.getByRole('button', { name: 'Lås', exact: true }).waitFor()
})

test('a tablet left alone asks, and then locks with nothing on the screen', async () => {
  const page = await openTablet()
  await page.clock.install()
  await makePlace(page, 'Måke', pinOfA)
  await page.getByRole('radio', { name: 'Barnehage' }).focus()
  await page.clock.fastForward(96_000)
  await page.getByRole('alertdialog', { name: 'Er du her?' }).waitFor()
  expect(await focused(page)).toBe('Jeg er her')
  await page.getByRole('button', { name: 'Jeg er her' }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  expect(await focused(page), 'the focus is where it was').toBe('Barnehage')

  await page.clock.fastForward(96_000)
  await page.getByRole('alertdialog', { name: 'Er du her?' }).waitFor()
  await page.clock.fastForward(26_000)
  await atDoor(page)
  expect(await page.getByRole('button', { name: 'Lås', exact: true }).isVisible()).toBe(false)
})

test('after locking, going back and forward leads to the door, and no address tells where somebody was', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  for (const place of ['Resultat', 'Plan', 'Bidra']) {
    await page.getByRole('navigation', { name: 'Hovedmeny', exact: true }).getByRole('link', { name: place }).click()
    await page.waitForURL(`**/${place.toLowerCase()}`)
  }
  await lock(page)
  for (const go of ['goBack', 'goBack', 'goForward', 'goForward', 'goForward'] as const) {
    await page[go]()
    await atDoor(page)
    expect(new URL(page.url()).pathname).toBe('/')
  }
})

test('locking in one tab locks the others, and so does a colleague who comes in', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  await lock(page)
  await makePlace(page, 'Fyr', pinOfB)
  const other = await stage.browser.context().newPage()
  await other.goto(stage.server.origin)
  await enterAs(other, 'Fyr', pinOfB)
  await lock(other)
  await atDoor(page)
  await enterAs(page, 'Fyr', pinOfB)
  await enterAs(other, 'Måke', pinOfA)
  await atDoor(page)
  expect(await other.getByRole('button', { name: 'Lås', exact: true }).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Måke' }).click()
  await page.getByRole('button', { name: 'Har du glemt PIN-koden?' }).click()
  await page.getByLabel('Skriv «Måke»').fill('Måke')
  await page.getByRole('button', { name: 'Fjern plassen' }).click()
  await atDoor(other)
  expect(await other.getByRole('button', { name: 'Måke' }).count(), 'nor does a removed place go on in another tab').toBe(0)
})

test('a tab that lay open is behind the door, too, when another one shares the device', async () => {
  const { origin } = stage.server
  const page = await stage.browser.open()
  const open = await stage.browser.context().newPage()
  await open.goto(`${origin}/plan`)
  await open.getByRole('heading', { level: 1 }).waitFor()
  await shareTablet(page, origin)
  await atDoor(open)
  expect(new URL(open.url()).pathname).toBe('/')
})

test('of two tabs that set a PIN at the same moment one does, and the other says so at the door', async () => {
  const tabs = [await stage.browser.open(), await stage.browser.context().newPage()]
  for (const tab of tabs) {
    await tab.goto(`${stage.server.origin}/mine-data/deling`)
    const pin = tab === tabs[0] ? pinOfA : pinOfB
    await tab.getByLabel('Ny PIN-kode').fill(pin)
    await tab.getByLabel('PIN-koden en gang til').fill(pin)
  }
  // A click that waits for nothing: a tab behind another is drawn too seldom.
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Sett PIN-koden' }).dispatchEvent('click')))
  await Promise.all(tabs.map((tab) => tab.getByRole('heading', { level: 1, name: 'Lås opp Peil' }).waitFor()))
  const told = await Promise.all(tabs.map((tab) => tab.getByText('Peil ble nettopp låst fra en annen fane.').isVisible()))
  expect(told.toSorted()).toEqual([false, true])
  const [first, late] = told[0] ? [tabs[1], tabs[0]] : tabs
  if (first === undefined || late === undefined) throw new Error('two tabs were opened')
  expect(new URL(late.url()).search).toBe('')
  await tryPin(late, first === tabs[0] ? pinOfA : pinOfB)
  await late.getByRole('button', { name: 'Lås', exact: true }).waitFor()
})

test('the code of a result leaves the address at the door at once, and whoever unlocks is asked about it; a reload forgets it', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  await lock(page)
  const link = must(await carriedLink(stage.server.origin, finished))
  const bare = `${stage.server.origin}/hent`
  await page.goto(link)
  await atDoor(page)
  expect(page.url()).toBe(bare)
  await enterAs(page, 'Måke', pinOfA)
  await page.getByRole('heading', { level: 1, name: 'Et resultat på vei inn' }).waitFor()
  expect(page.url()).toBe(bare)
  await lock(page)
  await page.goto(link)
  await atDoor(page)
  await page.reload()
  await atDoor(page)
  await enterAs(page, 'Måke', pinOfA)
  await page.getByText('Skann koden fra nettbrettet en gang til.').waitFor()
})

test('an answer that could not be saved is there again when its person has unlocked, and not for a colleague', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  await beginAssessment(page, 'Barnehagelærer')
  const choice = page.getByRole('radio', { name: /^Prøver med støtte/ })
  await choice.waitFor()
  await takeOver(page)
  await choice.check()
  await page.getByRole('alert').getByText('Svaret er ikke lagret.').waitFor()
  await page.getByRole('button', { name: 'Last inn på nytt, og ta svaret med' }).click()
  await makePlace(page, 'Fyr', pinOfB)
  await lock(page)
  await enterAs(page, 'Måke', pinOfA)
  await page.getByRole('link', { name: 'Fortsett' }).click()
  await page.getByText('Spørsmål 2 av 3').waitFor()
  await page.getByRole('button', { name: 'Forrige' }).click()
  await expect.poll(() => choice.isChecked()).toBe(true)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('out of sight nothing is on the screen, and the focus stays where it was', async () => {
  const page = await openTablet()
  await makePlace(page, 'Måke', pinOfA)
  await page.getByRole('radio', { name: 'Barnehage' }).focus()
  const turn = (state: DocumentVisibilityState): Promise<string> =>
    page.evaluate((to) => {
      Object.defineProperty(document, 'visibilityState', { value: to, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      return getComputedStyle(document.querySelector('#root') ?? document.body).opacity
    }, state)
  expect(await turn('hidden')).toBe('0')
  expect(await turn('visible')).toBe('1')
  expect(await focused(page)).toBe('Barnehage')
})

test('a place is made, left and opened again with the keyboard alone', async () => {
  const page = await openTablet()
  await tabTo(page, /^Ny her/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('En plass til deg')
  await tabTo(page, /^Kallenavn/)
  await page.keyboard.type('Måke')
  await tabTo(page, /^Sol/)
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('Gran')
  await tabTo(page, /^Ny PIN-kode/)
  await page.keyboard.type(pinOfA)
  await tabTo(page, /^PIN-koden en gang til/)
  await page.keyboard.type(pinOfA)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lås' }).waitFor()
  await tabTo(page, /^Lås/)
  await page.keyboard.press('Enter')
  await atDoor(page)
  await tabTo(page, /^Måke/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('PIN-koden din')
  await page.keyboard.type(pinOfA)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lås', exact: true }).waitFor()
})
