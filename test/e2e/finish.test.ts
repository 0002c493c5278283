import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { look } from '../../src/platform/qr-picture.ts'
import { prepareBrowser, untilReadyOffline } from '../support/browser.ts'
import { openRound } from '../support/open-round.ts'
import { atDoor, enterAs, enterAsGuest, finish, leaveAsGuest, lock, makePlace, shareTablet, wipe } from '../support/shared-tablet.ts'
import { answerQuestion, answerTheRest, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser, setStage } from '../support/stage.ts'

const [pinOfA, pinOfB] = ['402917', '550183']

/** Runs in the page. Every row of the database, as text. */
async function rowsKept(): Promise<Record<string, string>> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(request.error ?? new Error('not read'))
      }
    })
  const database = await done(indexedDB.open('peil'))
  const kept: Record<string, string> = {}
  for (const store of database.objectStoreNames) {
    const rows = database.transaction(store).objectStore(store)
    kept[store] = JSON.stringify([await done(rows.getAllKeys()), await done(rows.getAll())])
  }
  database.close()
  return kept
}

inEveryBrowser((stage) => {
  test('two colleagues use one tablet without a network, neither meets the other’s work, and who leaves is gone', async () => {
    const page = await stage.browser.open()
    await shareTablet(page, stage.server.origin)
    await untilReadyOffline(page)
    await stage.server.kill()
    await makePlace(page, 'Måke', pinOfA)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Velger med begrunnelse')
    await lock(page)
    expect(await page.evaluate(() => location.pathname)).toBe('/')

    await makePlace(page, 'Fyr', pinOfB)
    await page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()
    await page.goto(`${stage.server.origin}/resultat`)
    await enterAs(page, 'Fyr', pinOfB)
    expect(await page.evaluate(() => location.pathname), 'whoever comes in goes on where they were').toBe('/resultat')
    await lock(page)

    await stage.browser.close()
    const later = await stage.browser.open()
    await later.goto(stage.server.origin)
    await enterAs(later, 'Måke', pinOfA)
    await later.getByRole('link', { name: 'Fortsett' }).click()
    await later.getByText('Spørsmål 2 av 3').waitFor()
    await later.getByRole('link', { name: 'Ta pause' }).click()

    await finish(later)
    await wipe(later)
    const { persons = '', sealed = '', ...open } = await later.evaluate(rowsKept)
    expect(persons).toContain('Fyr')
    expect(persons).not.toContain('Måke')
    expect(JSON.parse(sealed), 'the other has written nothing yet').toEqual([[], []])
    for (const table of ['assessments', 'plans', 'participations', 'rounds', 'leaving']) expect(open[table]).toBe('[[],[]]')
    await enterAs(later, 'Fyr', pinOfB)
    await lock(later)
    await atDoor(later)
  })
}, 'test')

/** The pixels of what is on the screen, as a telephone held before it would see them. */
async function pixelsOf(page: Page, css: string): Promise<Parameters<typeof look>[0]> {
  const png = (await page.locator(css).screenshot()).toString('base64')
  const { width, height, data } = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
    return { width: bitmap.width, height: bitmap.height, data: Array.from(pixels) }
  }, png)
  return { width, height, data: new Uint8ClampedArray(data) }
}

async function joinWithSlip(page: Page, { units }: Awaited<ReturnType<typeof openRound>>['opened']): Promise<void> {
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByLabel('Enhet').selectOption({ label: 'Solstråla barnehage' })
  await page.getByLabel('Koden på lappen').fill(units.find(({ unit }) => unit === 'solstrala')?.codes[0] ?? '')
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
}

async function assessAll(page: Page): Promise<void> {
  await beginAssessment(page, 'Assistent eller fagarbeider')
  await answerTheRest(page, () => 2)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
}

/** Of everybody who was here only a contribution is left, which says nothing of whose it is. */
async function expectOnlyContribution(page: Page): Promise<void> {
  const { leaving, ...left } = await page.evaluate(rowsKept)
  expect(leaving).toContain('solstrala')
  expect({ ...left, settings: '', packs: '' }).toEqual(
    Object.fromEntries(Object.keys(left).map((store) => [store, ['settings', 'packs'].includes(store) ? '' : '[[],[]]'])),
  )
}

const untilSent = (page: Page): Promise<unknown> =>
  expect.poll(async () => (await page.evaluate(rowsKept))['leaving'], { timeout: 20_000 }).toBe('[[],[]]')

describe('Chromium', () => {
  const stage = setStage('test')

  test('a contribution that waits stays behind without its person, and goes when there is a network', async () => {
    const { opened } = await openRound(stage.server)
    const { origin } = stage.server
    const page = await stage.browser.open()
    await shareTablet(page, origin)
    await untilReadyOffline(page)
    await makePlace(page, 'Måke', pinOfA)
    await page.goto(opened.link)
    await enterAs(page, 'Måke', pinOfA)
    await joinWithSlip(page, opened)
    await page.goto(origin)
    await enterAs(page, 'Måke', pinOfA)
    await assessAll(page)
    await stage.server.kill()
    await page.goto(`${origin}/bidra`)
    await enterAs(page, 'Måke', pinOfA)
    await page.getByRole('button', { name: 'Bidra', exact: true }).click()
    await page.getByRole('button', { name: 'Send nå' }).click()

    await finish(page)
    await page.getByText('Et bidrag venter på å bli sendt.').waitFor()
    await wipe(page)
    await expectOnlyContribution(page)
    await stage.server.start()
    await page.reload()
    await untilSent(page)
  })

  test('a guest who is done leaves nothing but a contribution that waits, and it goes', async () => {
    const { opened } = await openRound(stage.server)
    const page = await stage.browser.open()
    await shareTablet(page, stage.server.origin)
    await untilReadyOffline(page)
    await page.goto(opened.link)
    await enterAsGuest(page)
    await joinWithSlip(page, opened)
    await page.getByRole('link', { name: 'Peil, til start' }).click()
    await assessAll(page)
    await page.getByRole('link', { name: 'Bidra', exact: true }).first().click()
    await page.getByRole('button', { name: 'Bidra', exact: true }).waitFor()
    await stage.server.kill()
    await page.getByRole('button', { name: 'Bidra', exact: true }).click()
    await page.getByText('Du trenger ikke vente: Trykker du «Ferdig»').waitFor()
    await page.getByRole('button', { name: 'Send nå' }).click()
    await page
      .getByRole('heading', { name: 'Venter på nett' })
      .or(page.getByRole('heading', { name: 'Sendes nå' }))
      .waitFor()
    await leaveAsGuest(page)
    await expectOnlyContribution(page)
    await stage.server.start()
    await page.reload()
    await untilSent(page)
  })

  test('a result leaves a shared tablet as a code on its screen, and arrives on a telephone', async () => {
    const page = await stage.browser.open()
    const { origin } = stage.server
    await shareTablet(page, origin)
    await makePlace(page, 'Måke', pinOfA)
    await beginAssessment(page, 'Barnehagelærer')
    await answerTheRest(page, (at) => at % 5)
    await page.getByRole('button', { name: 'Se resultatet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
    await finish(page)
    await page.getByRole('button', { name: 'Vis en kode til telefonen' }).click()
    await page.getByRole('img', { name: /^QR-kode med resultatet/ }).waitFor()
    const { codes } = look(await pixelsOf(page, '.qr'))
    await wipe(page)

    expect(codes).toHaveLength(1)
    const telephone = await prepareBrowser()
    onTestFinished(() => telephone.remove())
    const arrived = await telephone.open()
    await arrived.goto(codes[0] ?? '')
    await arrived.getByRole('button', { name: 'Legg det inn her' }).click()
    await arrived.getByRole('link', { name: 'Se resultatet' }).click()
    await arrived.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
    expect(arrived.url(), 'what the code said is not in the address').toBe(`${origin}/resultat`)
    expect(telephone.foreignRequests(origin)).toEqual([])
  })
})
