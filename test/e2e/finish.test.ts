import { expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { atDoor, enterAs, lock, makePlace, shareTablet, wipe } from '../support/shared-tablet.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

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
