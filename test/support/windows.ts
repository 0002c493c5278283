import type { AnyPage } from './any-browser.ts'

type Size = { readonly width: number; readonly height: number }

/** What an iPad gives an app: a third, a half, two thirds and the whole of the screen, both ways, and what the keyboard leaves over. */
export const windows: readonly Size[] = [
  { width: 320, height: 1180 },
  { width: 375, height: 820 },
  { width: 507, height: 820 },
  { width: 678, height: 820 },
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
  { width: 678, height: 400 },
  { width: 1180, height: 400 },
]

/** Runs in the page: gives every field the focus, and says which are then out of sight or covered, and how much wider the page is. */
async function faultsOfFields(fields: string): Promise<string[]> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const { scrollWidth, clientWidth } = document.documentElement
  const faults = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px wider than the window`] : []
  const found = [...document.querySelectorAll<HTMLElement>(fields)]
  if (found.length === 0) faults.push(`no ${fields}`)
  for (const field of found) {
    field.blur()
    scrollTo(0, 0)
    field.focus()
    const at = () => field.getBoundingClientRect()
    const holds = (y: number) => field.contains(document.elementFromPoint((at().left + at().right) / 2, y))
    const isSeen = () => holds(at().top + 3) && holds(at().bottom - 3)
    // WebKit scrolls a little later, and on a busy machine later still.
    const end = performance.now() + 5_000
    while (!isSeen() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
    if (!isSeen())
      faults.push(
        `${field.getAttribute('aria-label') ?? `${field.tagName} ${field.id}`} is covered or out of sight at ${Math.round(at().top)} px`,
      )
  }
  return faults
}

/** Looks at fields of the page in every window of a tablet, and gathers what is wrong with them. */
export function inEveryWindow(page: AnyPage): { look: (name: string, fields: string) => Promise<void>; faults: readonly string[] } {
  const faults: string[] = []
  const look = async (name: string, fields: string): Promise<void> => {
    for (const { width, height } of windows) {
      await page.setViewportSize({ width, height })
      const found = await page.evaluate(faultsOfFields, fields)
      faults.push(...found.map((fault) => `${name}, ${width} × ${height}: ${fault}`))
    }
    await page.setViewportSize({ width: 820, height: 1180 })
  }
  return { look, faults }
}
