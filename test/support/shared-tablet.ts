import type { AnyPage } from './any-browser.ts'

/** What colleagues do on a tablet they share, in bokmål, in the words on the screen. */
export async function shareTablet(page: AnyPage, origin: string): Promise<void> {
  await page.goto(origin)
  await page.getByRole('link', { name: 'Gi hver sin låste plass' }).click()
  await page.getByRole('radio', { name: /^Flere deler den/ }).check()
  await page.getByRole('button', { name: 'Ja, vi er flere' }).click()
  await atDoor(page)
}

export async function atDoor(page: AnyPage): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Hvem er du?' }).waitFor()
}

export async function fillPlace(page: AnyPage, nickname: string, pin: string): Promise<void> {
  await page.getByLabel('Kallenavn').fill(nickname)
  await page.getByLabel('Ny PIN-kode').fill(pin)
  await page.getByLabel('PIN-koden en gang til').fill(pin)
  await page.getByRole('button', { name: 'Lag plassen min' }).click()
}

export async function makePlace(page: AnyPage, nickname: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: 'Ny her' }).click()
  await fillPlace(page, nickname, pin)
  await page.getByRole('button', { name: 'Lås' }).waitFor()
}

/** Types a PIN and waits for what comes of it. */
export async function tryPin(page: AnyPage, pin: string): Promise<void> {
  await page.getByLabel('PIN-koden din').fill(pin)
  await page.getByLabel('PIN-koden din').press('Enter')
  await page.getByText('Låser opp …').waitFor({ state: 'hidden' })
}

export async function enterAs(page: AnyPage, nickname: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: nickname, exact: true }).click()
  await tryPin(page, pin)
  await page.getByRole('button', { name: 'Lås' }).waitFor()
}

export async function lock(page: AnyPage): Promise<void> {
  await page.getByRole('button', { name: 'Lås' }).click()
  await atDoor(page)
}

/** In for this once, on the page that was asked for. */
export async function enterAsGuest(page: AnyPage): Promise<void> {
  await page.getByRole('button', { name: 'Bare denne gangen' }).click()
  await page.getByRole('button', { name: 'Begynn' }).click()
  await page.getByRole('button', { name: 'Ferdig' }).waitFor()
}

/** The guest is done. */
export async function leaveAsGuest(page: AnyPage): Promise<void> {
  await page.getByRole('button', { name: 'Ferdig' }).click()
  await page.getByRole('button', { name: 'Ja, jeg er ferdig' }).click()
  await atDoor(page)
}

/** To the page where one takes along and deletes. */
export async function finish(page: AnyPage): Promise<void> {
  await page.getByRole('link', { name: 'Ferdig? Ta med og slett' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ferdig og slett' }).waitFor()
}

/** Leaves for good. */
export async function wipe(page: AnyPage): Promise<void> {
  await page.getByRole('button', { name: 'Slett det som er mitt' }).click()
  await page.getByRole('button', { name: 'Ja, slett' }).click()
  await page.getByText('Alt som var ditt, er slettet fra denne enheten.').waitFor()
}
