import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { type Browser, type ChromiumLook, prepareBrowser, untilReadyOffline } from '../support/browser.ts'
import { openRound, slipsOf } from '../support/open-round.ts'
import { pngOf, y4mOf } from '../support/picture-files.ts'
import { type ServerProcess, prepareServer } from '../support/server-process.ts'
import { photograph } from '../support/slip-picture.ts'

let folder: string
let server: ServerProcess
let slips: readonly string[]
const browsers: Browser[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-scan-'))
  server = await prepareServer()
  await server.start()
  const { opened } = await openRound(server)
  slips = slipsOf(server, opened, 'solstrala')
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.remove()))
  await server.remove()
  await rm(folder, { recursive: true, force: true })
})

const inHand = { width: 640, height: 480, side: 330, turned: 8, tilted: [12, 6], noise: 4, light: [40, 205], shadow: 0.3 } as const

/** Flags of a Chromium whose camera shows these pictures over and over. */
async function cameraShowing(name: string, ...texts: readonly (readonly string[])[]): Promise<string[]> {
  const file = join(folder, `${name}.y4m`)
  await writeFile(
    file,
    y4mOf(
      texts.map((each) => photograph(each, inHand)),
      5,
    ),
  )
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]
}

/** The contribution page on a tablet, and whether anything of the camera is still on. */
async function opened(
  flags: readonly string[],
  look: ChromiumLook = {},
): Promise<{ browser: Browser; page: Page; isCameraOn: () => Promise<boolean> }> {
  const browser = await prepareBrowser(look, flags)
  browsers.push(browser)
  const page = await browser.open()
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices
    const ask = devices.getUserMedia.bind(devices)
    const tracks: MediaStreamTrack[] = []
    Object.assign(window, { tracks })
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted)
      tracks.push(...stream.getTracks())
      return stream
    }
  })
  await page.goto(`${server.origin}/bidra`)
  const isCameraOn = (): Promise<boolean> =>
    page.evaluate(() => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.some(({ readyState }) => readyState === 'live'))
  return { browser, page, isCameraOn }
}

const joinIn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: 'Du har en lapp' }).waitFor()
  await page.getByText('Solstråla barnehage').first().waitFor()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
}

test('with only another code in sight the camera keeps looking, and goes off when the person leaves', async () => {
  const flags = await cameraShowing('menu', ['https://kommune.example/meny'])
  const { page, isCameraOn } = await opened(flags, { permissions: ['camera'] })
  await page.getByRole('button', { name: 'Skann med kameraet' }).click()
  await page.getByRole('status').filter({ hasText: 'Dette er en annen kode' }).waitFor()
  expect(await isCameraOn()).toBe(true)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('navigation', { name: 'Hovedmeny', exact: true }).getByRole('link', { name: 'Start' }).click()
  await expect.poll(isCameraOn).toBe(false)
})

test('two slips side by side are not taken', async () => {
  const file = join(folder, 'sheet.y4m')
  await writeFile(file, y4mOf([photograph(slips.slice(1, 3), { width: 640, height: 480, side: 200 })], 5))
  const { page } = await opened(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`], {
    permissions: ['camera'],
  })
  await page.getByRole('button', { name: 'Skann med kameraet' }).click()
  await page.getByRole('status').filter({ hasText: 'Her er det flere lapper.' }).waitFor()
})

test('a camera that is not allowed is said so, and keyboard and code lead the same way', async () => {
  const { page } = await opened(['--use-fake-device-for-media-stream', '--deny-permission-prompts'])
  await page.getByRole('button', { name: 'Skann med kameraet' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Peil har ikke fått lov til å bruke kameraet.' }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(slips[3] ?? '')
  await page.keyboard.press('Enter')
  await joinIn(page)
})

test('a device without a camera reads the slip from a picture, and says so where a picture shows none', async () => {
  const { page } = await opened([])
  await page.getByRole('button', { name: 'Skann med kameraet' }).click()
  await page.getByRole('alert').filter({ hasText: 'Vi finner ikke noe kamera her.' }).waitFor()
  const choose = (name: string, buffer: Buffer): Promise<void> =>
    page.getByLabel('Velg et bilde').setInputFiles({ name, mimeType: 'image/png', buffer })
  await choose('notat.png', Buffer.from('not a picture'))
  await page.getByRole('alert').filter({ hasText: 'Dette er ikke et bilde vi kan lese.' }).waitFor()
  await choose('bord.png', pngOf(photograph([], { noise: 5 })))
  await page.getByRole('alert').filter({ hasText: 'Vi fant ingen kode i bildet.' }).waitFor()
  await choose('lapp.png', pngOf(photograph([slips[4] ?? ''], { ...inHand, width: 1600, height: 1200, side: 420, turned: 97 })))
  await joinIn(page)
})

test('a slip held before the camera gives a place in its round, also offline, and the camera is off', async () => {
  const flags = await cameraShowing('slip', [], ['https://kommune.example/meny'], [], [slips[0] ?? ''], [slips[0] ?? ''])
  const { browser, page, isCameraOn } = await opened(flags, { permissions: ['camera'] })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await untilReadyOffline(page)
  await server.kill()
  await page.reload()
  await page.getByRole('button', { name: 'Skann med kameraet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Du har en lapp' }).waitFor()
  await expect.poll(isCameraOn).toBe(false)
  expect(await page.getByRole('status').filter({ hasText: 'Lappen er lest.' }).count()).toBe(1)
  expect(page.url()).toBe(`${server.origin}/bidra`)
  await page.getByRole('button', { name: 'Legg lappen klar' }).waitFor()
  await server.start()
  await page.getByRole('button', { name: 'Prøv igjen' }).click()
  await joinIn(page)
  expect(browser.foreignRequests(server.origin)).toEqual([])
  expect(complaints.filter((text) => /Content Security Policy|Permissions policy/i.test(text))).toEqual([])
})
