import type { Page } from 'playwright-core'

const pin = '402917'

/** Sets a PIN on a device of one's own: everything that lies on it is sealed. */
export async function lockAll(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/mine-data/deling`)
  await page.getByLabel('Ny PIN-kode').fill(pin)
  await page.getByLabel('PIN-koden en gang til').fill(pin)
  await page.getByRole('button', { name: 'Sett PIN-koden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lås opp Peil' }).waitFor()
}

/** Milliseconds from when something begins on the page until what it is for has been painted. */
function painted(page: Page, selector: string, begin: 'tap' | { readonly goTo: string }): Promise<number> {
  return page.evaluate(
    async ([shown, how]) => {
      let began = performance.now()
      if (how === 'tap') await new Promise((tapped) => addEventListener('click', tapped, { capture: true, once: true }))
      if (how === 'tap') began = performance.now()
      else {
        history.pushState({}, '', how.goTo)
        dispatchEvent(new PopStateEvent('popstate', { state: {} }))
      }
      while (document.querySelector(shown) === null) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - began
    },
    [selector, begin] as const,
  )
}

/** From the tap on "unlock" to the page, and to the same page again from the front page. */
export async function measureLocked(
  page: Page,
  url: string,
  shown: string,
): Promise<{ readonly unlocked: number; readonly inside: number }> {
  await page.goto(url)
  await page.getByLabel('PIN-koden din').fill(pin)
  const unlocking = painted(page, shown, 'tap')
  await page.getByRole('button', { name: 'Lås opp' }).click()
  const unlocked = await unlocking
  await page.locator('a.brand').click()
  await page.locator(shown).first().waitFor({ state: 'detached' })
  await page.locator('h1').waitFor()
  return { unlocked, inside: await painted(page, shown, { goTo: new URL(url).pathname }) }
}
