import { type RenderResult, render, screen } from '@testing-library/react'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router'
import { type Assessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import type { Instrument } from '../../../src/domain/instrument/instrument.ts'
import { AssessPages } from '../../../src/features/assess/page.tsx'
import { startI18n } from '../../../src/i18n/start.ts'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import { currentAssessment } from '../../../src/storage/assessments.ts'
import type { Device } from '../../../src/storage/device.ts'

export const consent = '/kartlegging/punkt/barnehage.3.photo-consent'
export const consentId = 'barnehage.3.photo-consent'
export const rightsId = 'barnehage.3.sources-and-rights'

export function kindergarten(): Instrument {
  return instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
}

/** An assessment under way, its first screen passed. */
export function underWay(parts: Partial<Assessment> = {}): Assessment {
  const now = '2026-11-20T09:00:00.000Z'
  return { ...startAssessment(kindergarten(), { tier: 'practice', modules: ['privacy'] }, { id: 'a', now }), predictedAt: now, ...parts }
}

function Address(): React.ReactElement {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  return (
    <>
      <output data-testid="address">{`${pathname}${search}`}</output>
      <button data-testid="back" onClick={() => void navigate(-1)} />
    </>
  )
}

/** The screens of an assessment, with the language in the test's hand. */
export async function showAssessment(device: Device, at: string, language = 'nb'): Promise<RenderResult & { words: i18n }> {
  const words = await startI18n(language)
  const shown = render(
    <I18nextProvider i18n={words}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path="kartlegging/*" element={<AssessPages device={device} beforeStart={null} />} />
          <Route path="*" element={<h1>elsewhere</h1>} />
        </Routes>
        <Address />
      </MemoryRouter>
    </I18nextProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return { ...shown, words }
}

/** The browser's own way back. */
export function goBack(): void {
  screen.getByTestId('back').click()
}

export function address(): string {
  return screen.getByTestId('address').textContent
}

export async function stored(device: Device): Promise<Assessment> {
  const assessment = await currentAssessment(device.database)
  if (assessment === undefined) throw new Error('nothing is stored')
  return assessment
}
