import type { AnyPage } from './any-browser.ts'

/** What has the focus, by the name that a screen reader says. */
export function focused(page: AnyPage): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const labels = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const named = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
    return (named || element?.getAttribute('aria-label') || label || (element?.textContent ?? '')).replace(/\s+/g, ' ').trim()
  })
}

/** Tabs on until the focus stands on something with this name, as a person without a pointer does. */
export async function tabTo(page: AnyPage, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (name.test(now)) return
    seen.push(now)
  }
  throw new Error(`never reached ${String(name)}; passed ${seen.join(' | ')}`)
}

/** Presses a key that leads to another page. */
export async function pressAndLeave(page: AnyPage, key: string): Promise<void> {
  const before = await page.evaluate(() => location.href)
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.href !== before)
}
