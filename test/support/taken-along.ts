import { basename } from 'node:path'
import { expect } from 'vitest'
import type { AnyBrowser, AnyPage } from './any-browser.ts'

/** Makes a backup with offered words, and lets the browser save it. */
export async function makeBackup(
  page: AnyPage,
  browser: AnyBrowser,
  origin: string,
): Promise<{ readonly file: string; readonly words: string }> {
  await page.goto(`${origin}/mine-data`)
  await page.getByRole('button', { name: 'Ta en sikkerhetskopi' }).click()
  await page.getByRole('button', { name: 'Foreslå seks ord' }).click()
  await page.getByText('Seks tilfeldige ord').waitFor()
  const words = await page.getByLabel('Passfrase', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Lag kopien' }).click()
  await page.getByRole('heading', { name: 'Kopien er klar' }).waitFor()
  const file = await browser.saving(() => page.getByRole('button', { name: 'Lagre filen' }).click())
  expect(basename(file)).toMatch(/^peil-backup-\d{4}-\d{2}-\d{2}\.json$/)
  await page.getByText('Nettleseren lagrer filen').waitFor()
  return { file, words }
}

export async function openBackup(page: AnyPage, origin: string, file: string, words: string): Promise<void> {
  await page.goto(`${origin}/mine-data`)
  await page.getByRole('button', { name: 'Hent inn en sikkerhetskopi' }).click()
  await page.getByLabel('Velg fil').setInputFiles(file)
  await page.getByLabel('Passfrase', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Åpne filen' }).click()
  await page.getByRole('heading', { name: 'Dette skjer når du henter inn kopien' }).waitFor()
}

/** Every assessment on the device, as it lies there. */
export function rowsOf(page: AnyPage): Promise<readonly unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('peil')
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const database = opening.result
          const reading = database.transaction('assessments').objectStore('assessments').getAll()
          reading.onsuccess = () => {
            database.close()
            resolve(reading.result as unknown[])
          }
        }
      }),
  )
}
