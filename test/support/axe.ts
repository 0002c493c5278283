import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What breaks WCAG 2.2 A or AA on the page as it stands, one line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  // Everything is in one document; without this a second page is opened, and the first one stands still behind it.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`))
}
