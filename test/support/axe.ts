import axe from 'axe-core'
import type { AnyPage } from './any-browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Runs in the page, where axe is a name of its own. */
function examine(values: string[]): Promise<axe.AxeResults> {
  const here = (globalThis as unknown as { axe: typeof axe }).axe
  return here.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
}

/** What breaks WCAG 2.2 A or AA on the page as it stands, one line each. */
export async function violationsOn(page: AnyPage): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(examine, rules)
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`))
}
