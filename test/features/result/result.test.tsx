// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import type { Targets } from '../../../src/domain/profile/targets.ts'
import { ResultPage } from '../../../src/features/result/page.tsx'
import type { ShareFile } from '../../../src/ui/use-file-out.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from './given.ts'

const answers = {
  '1': [2, 2, 2],
  '2': [1, 1, 2],
  '3': [1, 1, 3],
  '4': [2, 2, 3],
  '5': [3, 3, 3],
  '6': [3, 'skip', 3],
  '7': [0, 0, 1],
  privacy: [2, 'skip', 'skip', 'skip'],
} as const

const targets: Targets = {
  '2': { practice: 2, teacher: 3, leader: 3, owner: 3 },
  '3': { practice: 3, teacher: 3, leader: 3, owner: 3 },
  '5': { practice: 2, teacher: 3, leader: 3, owner: 3 },
}

type Given = { readonly assessments?: readonly Assessment[]; readonly targets?: Targets; readonly language?: string }
type Shown = { readonly shareFile: ReturnType<typeof vi.fn<ShareFile>> }

async function showResult({
  assessments = [finished('a', '2026-11-20', answers)],
  targets: set = {},
  language = 'nb',
}: Given = {}): Promise<Shown> {
  const device = pageDevice()
  await device.database.assessments.bulkAdd(assessments)
  const shareFile = vi.fn<ShareFile>(() => Promise.resolve(true))
  await showPage(<ResultPage device={device} targets={set} shareFile={shareFile} />, '/resultat', language)
  await screen.findByRole('heading', { level: 1 })
  return { shareFile }
}

function row(name: string): HTMLElement {
  const found = screen.getByRole('heading', { level: 3, name }).closest<HTMLElement>('.steps__row')
  if (found === null) throw new Error(`no row for ${name}`)
  return found
}

async function textTable(): Promise<HTMLElement> {
  await userEvent.click(screen.getByText('Det samme som tekst'))
  return screen.getByRole('table', { name: 'Steg per område' })
}

function tableRow(table: HTMLElement, name: string): (string | null)[] {
  const found = within(table).getByRole('rowheader', { name }).closest('tr')
  return within(found ?? table)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}

describe('the result', () => {
  it('says what it is: the person’s own view, without a total', async () => {
    await showResult()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Slik ser du det selv')
    expect(
      screen.getByText(/^20\. november 2026\. Dette er din egen vurdering, ikke en måling\. Det finnes ingen samlet sum\.$/),
    ).toBeTruthy()
    expect(screen.getByText(/Peil er ikke ferdig utprøvd/)).toBeTruthy()
  })

  it('shows one strength and one next step, in the words of the questions', async () => {
    await showResult()
    const main = within(screen.getByRole('region', { name: 'Det viktigste' }))
    expect(main.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Å lede lek og læring', 'Endring og utvikling'])
    expect(main.getByText('Jeg har ikke kommet i gang med det nye ennå.')).toBeTruthy()
    expect(main.getByText('Jeg prøver det nye når noen viser meg.')).toBeTruthy()
    expect(main.getByRole('link', { name: 'Legg i planen' }).getAttribute('href')).toBe('/plan?forslag=barnehage.7.learning-new')
  })

  it.each([
    ['nn', '«', '»'],
    ['sv', '”', '”'],
    ['en', '"', '"'],
  ])('quotes the strength as %s does', async (language, open, close) => {
    await showResult({ language })
    const [pane] = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.parentElement)
    expect(pane?.querySelector('p:not([class])')?.textContent).toMatch(new RegExp(`^${open}[^«»”"]+${close}$`))
  })

  it('shows the strength on the step of its area, and in the words of its highest answer', async () => {
    await showResult({ assessments: [finished('a', '2026-11-20', { ...answers, '5': [3, 3, 4] })] })
    const main = within(screen.getByRole('region', { name: 'Det viktigste' }))
    expect(main.getByText('Velger med begrunnelse')).toBeTruthy()
    expect(main.queryByText('Utvikler sammen med andre')).toBeNull()
  })

  it('shows each area’s step in words, step 0 like the others', async () => {
    await showResult()
    expect(row('Barnehagen i samfunnet').textContent).toContain('Prøver med støtte')
    expect(row('Endring og utvikling').textContent).toContain('Ikke ennå')
    expect(row('Endring og utvikling').textContent).toContain('Et fint sted å begynne')
  })

  it('shows no step where there are too few answers', async () => {
    await showResult()
    const few = row('Personvern og informasjonssikkerhet')
    expect(few.textContent).toContain('Mangler ett svar')
    expect(few.textContent).toContain('For få svar til å vise et steg')
    expect(few.textContent).not.toContain('Ikke ennå')
  })

  it('without targets has neither flags nor words about a distance', async () => {
    await showResult()
    expect(document.body.textContent).not.toMatch(/[Tt]il målet|Ved målet|Over målet|Kommunens mål/)
    expect(document.querySelector('.plot__flag')).toBeNull()
  })
})

describe('beside the targets of the round', () => {
  it('the rows say how many steps are left for the person’s own role', async () => {
    await showResult({ targets })
    expect(row('Barnehagen i samfunnet').textContent).toContain('Ett steg til målet')
    expect(row('Etikk og digital dømmekraft').textContent).toContain('To steg til målet')
    expect(row('Å lede lek og læring').textContent).toContain('Over målet')
    expect(row('Etikk og digital dømmekraft').textContent).toContain('Målet er: Velger med begrunnelse.')
    expect(row('Fagområder, lek og skapende arbeid').textContent).not.toContain('målet')
    expect(screen.getByText(/^Målene er kommunens\./)).toBeTruthy()
  })

  it('the next step is in the area with the largest distance', async () => {
    await showResult({ targets })
    const main = within(screen.getByRole('region', { name: 'Det viktigste' }))
    expect(main.getAllByRole('heading').at(-1)?.textContent).toBe('Etikk og digital dømmekraft')
  })
})

describe('what stands beside', () => {
  it('is the guess, and nothing when the person wants nothing', async () => {
    await showResult({ assessments: [finished('a', '2026-11-20', answers, { predictions: { '2': 3 } })] })
    expect(row('Barnehagen i samfunnet').textContent).toContain('Du trodde selv: Velger med begrunnelse.')
    await userEvent.click(screen.getByRole('radio', { name: 'Ingenting' }))
    expect(row('Barnehagen i samfunnet').textContent).not.toContain('Du trodde')
  })

  it('is no choice at all when there is nothing to show beside', async () => {
    await showResult()
    expect(screen.queryByRole('group', { name: 'Vis også' })).toBeNull()
  })

  it('is last time, marked only where a whole step differs', async () => {
    const before = finished('before', '2025-11-20', { ...answers, '2': [3, 3, 3], '4': [1, 2, 3], privacy: [2, 2, 2, 2] })
    await showResult({ assessments: [before, finished('a', '2026-11-20', answers)] })
    await userEvent.click(screen.getByRole('radio', { name: 'Forrige gang' }))
    expect(row('Barnehagen i samfunnet').textContent).toContain('Forrige gang: Velger med begrunnelse.')
    expect(row('Barnehagen i samfunnet').querySelector('.plot__last')).not.toBeNull()
    expect(row('Pedagogisk digital praksis').textContent).toContain('Som forrige gang')
    expect(row('Pedagogisk digital praksis').querySelector('.plot__last')).toBeNull()
  })
})

describe('the same as text', () => {
  it('has every figure of the plots', async () => {
    const parts = { predictions: { '2': 3 }, confidence: { '2': 'unsure' } } as const
    await showResult({ assessments: [finished('a', '2026-11-20', answers, parts)], targets })
    const table = await textTable()
    expect(within(table).getAllByRole('row')).toHaveLength(9)
    expect(tableRow(table, 'Barnehagen i samfunnet')).toEqual([
      'Prøver med støtte',
      'Gjør det på egen hånd',
      'Velger med begrunnelse',
      'Usikker',
    ])
    expect(tableRow(table, 'Personvern og informasjonssikkerhet')).toEqual(['For få svar', 'Ikke oppgitt', 'Ikke oppgitt', 'Ikke oppgitt'])
  })
})

describe('a file to keep', () => {
  it('as a table opens in a spreadsheet, with the words of the language', async () => {
    const { shareFile } = await showResult({ targets })
    await userEvent.click(screen.getByRole('button', { name: 'Lagre som tabell (CSV)' }))
    const file = shareFile.mock.calls[0]?.[0]
    expect(file?.name).toBe('peil-resultat.csv')
    const lines = (await file?.text())?.split('\r\n') ?? []
    expect(lines[0]).toContain('"Kode";"Område";"Steg (0–4)";"Du nå";"Mål"')
    expect(lines[2]).toBe('"2";"Barnehagen i samfunnet";"1";"Prøver med støtte";"Gjør det på egen hånd";"";""')
  })

  it('as data holds the steps, and neither single answers nor notes', async () => {
    const { shareFile } = await showResult({
      assessments: [finished('a', '2026-11-20', answers, { notes: { 'barnehage.1.creating': 'secret' } })],
    })
    await userEvent.click(screen.getByRole('button', { name: 'Lagre som data (JSON)' }))
    const text = (await shareFile.mock.calls[0]?.[0].text()) ?? ''
    expect(JSON.parse(text)).toMatchObject({ peil: 'result', tier: 'practice', finishedAt: '2026-11-20T09:00:00.000Z' })
    expect((JSON.parse(text) as { dimensions: unknown[] }).dimensions[6]).toMatchObject({ id: '7', step: 0, target: null })
    expect(text).not.toMatch(/secret|barnehage\.1/)
  })

  it('that nobody takes on a home screen is told of, and never downloaded: such a page has no way back', async () => {
    const downloaded = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const { shareFile } = await showResult()
    shareFile.mockResolvedValueOnce('refused')
    await userEvent.click(screen.getByRole('button', { name: 'Lagre som data (JSON)' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enheten tok ikke imot filen. Den er ikke lagret.')
    expect(downloaded).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Lagre som data (JSON)' }))
    await waitFor(() => {
      expect(screen.queryByRole('alert'), 'taken the second time').toBeNull()
    })
  })
})

describe('before there is a result', () => {
  it('a new person is told what will be here', async () => {
    await showResult({ assessments: [] })
    expect(screen.getByRole('heading', { name: 'Her kommer resultatet ditt' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Start kartleggingen' }).getAttribute('href')).toBe('/')
  })

  it('a person under way can go on', async () => {
    const { finishedAt: _finished, ...open } = finished('a', '2026-11-20', { '1': [2, 2, 2] })
    await showResult({ assessments: [open] })
    expect(screen.getByRole('link', { name: 'Fortsett kartleggingen' }).getAttribute('href')).toBe('/kartlegging')
  })

  it('a new assessment under way does not hide the last result', async () => {
    const { finishedAt: _finished, ...open } = finished('b', '2026-11-21', { '1': [2, 2, 2] })
    await showResult({ assessments: [finished('a', '2026-11-20', answers), open] })
    expect(screen.getByText(/Du har en ny kartlegging i gang/)).toBeTruthy()
    expect(row('Barnehagen i samfunnet').textContent).toContain('Prøver med støtte')
  })

  it('answers that are too few everywhere give no strength, and a way on', async () => {
    await showResult({ assessments: [finished('a', '2026-11-20', { '1': [3, 'skip', 'skip'] })] })
    const main = within(screen.getByRole('region', { name: 'Det viktigste' }))
    expect(main.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Ingen neste steg akkurat nå'])
    expect(main.getByText(/^Det er for få svar/)).toBeTruthy()
  })
})

describe('in English', () => {
  it('everything is said in English', async () => {
    await showResult({ targets, language: 'en' })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('How you see it yourself')
    expect(screen.getByText('Two steps to the target')).toBeTruthy()
    expect(screen.queryByText(/målet|steg/)).toBeNull()
  })
})
