import { screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { type Mock, vi } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import type { Step } from '../../../src/domain/instrument/instrument.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from '../result/given.ts'

const areas = ['1', '2', '3', '4', '5', '6', '7'] as const

/** A finished assessment with the same step all over an area: one step for each of the seven. */
export function year(id: string, day: string, steps: readonly Step[], parts: Partial<Assessment> = {}): Assessment {
  return finished(id, day, Object.fromEntries(areas.map((area, at) => [area, [steps[at] ?? 1, steps[at] ?? 1, steps[at] ?? 1]])), parts)
}

type Shown = { readonly device: Device; readonly shareFile: Mock<(file: File) => Promise<boolean>> }

/** Shows a page about these assessments, in bokmål unless told. */
export async function showAbout(
  assessments: readonly Assessment[],
  page: (device: Device, shareFile: Shown['shareFile']) => ReactElement,
  language = 'nb',
): Promise<Shown> {
  const device = pageDevice()
  await device.database.assessments.bulkAdd(assessments)
  const shareFile = vi.fn<(file: File) => Promise<boolean>>(() => Promise.resolve(true))
  await showPage(page(device, shareFile), '/', language)
  await screen.findByRole('heading', { level: 1 })
  return { device, shareFile }
}

/** The table of an area, row by row. */
export function rowsOf(area: string): readonly (readonly string[])[] {
  const table = within(screen.getByRole('region', { name: area })).getByRole('table')
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))
}
