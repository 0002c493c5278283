import { expect, test } from 'vitest'
import { setStage } from '../support/stage.ts'

const stage = setStage()

test('paper is light, also when the person has chosen dark or the device is dark', async () => {
  const page = await stage.browser.open()
  const ink = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color)
  await page.goto(`${stage.server.origin}/mine-data`)
  await page.getByRole('heading', { level: 1, name: 'Mine data' }).waitFor()
  const onLightScreen = await ink()
  await page.getByRole('radio', { name: 'Mørkt' }).check()
  await expect.poll(ink).not.toBe(onLightScreen)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await ink()).toBe(onLightScreen)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.getByRole('radio', { name: 'Som enheten' }).check()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await ink()).toBe(onLightScreen)
})
