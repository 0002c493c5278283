// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { HistoryPage } from '../../../src/features/history/page.tsx'
import { withLookBack } from '../../../src/protocol/look-back.ts'
import { rowsOf, showAbout, year } from './shown.tsx'

const first = 'Fagområder, lek og skapende arbeid'
const second = 'Barnehagen i samfunnet'

const three = [
  year('a', '2024-11-20', [1, 2, 1, 2, 3, 2, 0]),
  year('b', '2025-11-20', [2, 2, 1, 2, 1, 2, 0]),
  year('c', '2026-11-20', [2, 3, 1, 2, 1, 2, 0]),
]

function show(assessments: readonly Assessment[], language?: string): ReturnType<typeof showAbout> {
  return showAbout(assessments, (device, shareFile) => <HistoryPage device={device} shareFile={shareFile} />, language)
}

function withOlderWording(assessment: Assessment, area: string): Assessment {
  const answers = Object.entries(assessment.answers).map(
    ([id, given]) => [id, id.startsWith(`barnehage.${area}.`) ? { ...given, version: 0 } : given] as const,
  )
  return { ...assessment, answers: Object.fromEntries(answers) }
}

function plotOf(area: string): Element | null {
  return screen.getByRole('region', { name: area }).querySelector('.time')
}

describe('the years of one area', () => {
  it('stand in a table: when, which step, and what that is since last time', async () => {
    await show(three)
    expect(rowsOf(first)).toEqual([
      ['20.\u00a0nov.\u00a02024', 'Prøver med støtte', 'Første gang'],
      ['20.\u00a0nov.\u00a02025', 'Gjør det på egen hånd', 'Ett steg høyere'],
      ['20.\u00a0nov.\u00a02026', 'Gjør det på egen hånd', 'Omtrent som sist'],
    ])
    expect(rowsOf('Å lede lek og læring')[1]?.[2]).toBe('To steg lavere')
  })

  it('stand in a picture with as many times, one line through them, and nothing for a screen reader', async () => {
    await show(three)
    const plot = plotOf(first)
    expect(plot?.getAttribute('aria-hidden')).toBe('true')
    expect(plot?.querySelectorAll('.time__plot')).toHaveLength(3)
    expect(plot?.querySelectorAll('.time__line')).toHaveLength(2)
  })

  it('are told in one glance since last time, without a sum and without the word «feil»', async () => {
    await show(three)
    const since = screen.getByRole('region', { name: 'Siden sist (20. november 2025)' })
    const said = [...since.querySelectorAll('dl > div')].map(({ children }) => [...children].map(({ textContent }) => textContent))
    expect(said[0]).toEqual(['Høyere steg', second])
    expect(said[1]?.[0]).toBe('Omtrent som sist')
    expect(said.flat()).not.toContain('Lavere steg')
    expect(document.body.textContent).not.toMatch(/%|poeng|sum |gjennomsnitt|[Ff]eilet/)
  })

  it('say what a lower step may mean', async () => {
    await show(three.slice(0, 2))
    expect(screen.getByText(/Et lavere steg kan også bety at du vet mer nå/)).toBeTruthy()
  })

  it('leave out the one that is under way', async () => {
    const { finishedAt: _finished, ...open } = year('d', '2026-11-21', [4, 4, 4, 4, 4, 4, 4])
    await show([...three, open])
    expect(rowsOf(first)).toHaveLength(3)
  })

  it('of one day are told apart by the time of day', async () => {
    const later = { ...year('d', '2026-11-20', [3]), startedAt: '2026-11-20T13:00:00.000Z', finishedAt: '2026-11-20T13:30:00.000Z' }
    await show([...three, later])
    const [, , third, fourth] = rowsOf(first).map(([when]) => when)
    expect(third).not.toBe(fourth)
    expect([third, fourth].every((when) => /20\.\u00a0nov\.\u00a02026.* \d\d[.:]\d\d/.test(when ?? ''))).toBe(true)
  })
})

describe('a new line', () => {
  it('begins where the questions have changed, and says so in picture and table', async () => {
    await show(three.map((each, at) => (at === 0 ? withOlderWording(each, '1') : each)))
    expect(rowsOf(first)[1]).toEqual(['20.\u00a0nov.\u00a02025', 'Gjør det på egen hånd', 'Ny linje: spørsmålene er endret'])
    expect(rowsOf(first)[0]?.[1], 'the older questions have their own step').toBe('Prøver med støtte')
    expect(plotOf(first)?.querySelectorAll('.time__line')).toHaveLength(1)
    expect(plotOf(first)?.textContent).toContain('Ny linje: spørsmålene er endret')
    expect(rowsOf(second)[1]?.[2]).toBe('Omtrent som sist')
  })

  it('begins with another role', async () => {
    await show(three.map((each, at) => (at === 2 ? { ...each, tier: 'teacher' as const } : each)))
    expect(rowsOf(first)[2]?.[2]).toBe('Ny linje: en annen rolle (barnehagelærer)')
    expect(screen.getByText('Kan ikke sammenlignes med sist')).toBeTruthy()
  })

  it('begins with another sector', async () => {
    await show(three.map((each, at) => (at === 2 ? { ...each, sector: 'sfo' as const } : each)))
    expect(document.body.textContent).toContain('Ny linje: et annet arbeidssted (SFO)')
  })
})

describe('too few answers', () => {
  it('are no step and no place on the line; the next names the time it is compared with', async () => {
    const skipped = Object.fromEntries(
      Object.entries(three[1]?.answers ?? {}).map(([id, { version }]) => [id, { answer: { kind: 'skipped' as const }, version }]),
    )
    await show(three.map((each, at) => (at === 1 ? { ...each, answers: skipped } : each)))
    expect(rowsOf(first).slice(1)).toEqual([
      ['20.\u00a0nov.\u00a02025', 'For få svar', '–'],
      ['20.\u00a0nov.\u00a02026', 'Gjør det på egen hånd', 'Ett steg høyere (fra 20.\u00a0nov.\u00a02024)'],
    ])
    expect(plotOf(first)?.querySelectorAll('.time__line')).toHaveLength(0)
    expect(plotOf(first)?.textContent).toContain('For få svar')
  })
})

describe('many years', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    year(`y${String(at).padStart(2, '0')}`, `${String(1990 + at)}-11-20`, [at % 2 ? 2 : 1]),
  )

  it('begin with the last six, compared with the one before them', async () => {
    await show(many)
    expect(rowsOf(first).map(([when]) => when?.slice(-4))).toEqual(['2014', '2015', '2016', '2017', '2018', '2019'])
    expect(rowsOf(first)[0]?.[2]).toBe('Ett steg lavere')
  })

  it('bring older ones on wish, and the heading takes the focus', async () => {
    await show(many)
    await userEvent.click(screen.getByRole('button', { name: 'Vis eldre' }))
    await waitFor(() => {
      expect(rowsOf(first)).toHaveLength(16)
    })
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Område for område' }))
    await userEvent.click(screen.getByRole('button', { name: 'Vis eldre' }))
    await waitFor(() => {
      expect(rowsOf(first)).toHaveLength(26)
    })
    await userEvent.click(screen.getByRole('button', { name: 'Vis eldre' }))
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Vis eldre' })).toBeNull()
    })
    expect(rowsOf(first)[0]?.[2]).toBe('Første gang')
  })
})

describe('before there is a history', () => {
  it.each([[[]], [three.slice(0, 1)]])('the page says when there will be one', async (assessments) => {
    await show(assessments)
    expect(screen.getByText(/^Når du har fullført kartleggingen to ganger/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Til resultatet' }).getAttribute('href')).toBe('/resultat')
  })
})

describe('a clock that was wrong', () => {
  it('is told, and nothing is left out', async () => {
    await show([
      ...three,
      { ...year('d', '2026-11-20', [3]), startedAt: '2099-01-01T08:00:00.000Z', finishedAt: '2099-01-01T08:30:00.000Z' },
    ])
    expect(screen.getByText(/Den har vist feil minst én gang/)).toBeTruthy()
    expect(rowsOf(first)).toHaveLength(4)
  })

  it('is not mentioned where there is no sign of it', async () => {
    await show(three)
    expect(screen.queryByText(/Den har vist feil/)).toBeNull()
  })
})

describe('what was said looking back', () => {
  const said = { on: 'b', at: '2026-11-20T10:00:00.000Z', steps: { '1': 1 } } as const
  const looking = three.map((each) => (each.id === 'c' ? withLookBack(each, said, said.at) : each))

  it('stands with the time it is about, as its own mark and in words', async () => {
    await show(looking)
    expect(rowsOf(first)[1]?.[1]).toBe('Gjør det på egen håndI ettertid: Prøver med støtte')
    expect(plotOf(first)?.querySelectorAll('.time__then')).toHaveLength(1)
    expect(plotOf(second)?.querySelectorAll('.time__then')).toHaveLength(0)
    const made = within(screen.getByRole('group', { name: 'Sagt 20. november 2026' }))
    expect(
      made.getByText(/Da svarte du «Gjør det på egen hånd». I ettertid sier du «Prøver med støtte»\. Du vet kanskje mer nå/),
    ).toBeTruthy()
  })

  it('changes no step and no change', async () => {
    await show(looking)
    expect(rowsOf(first)[2]).toEqual(['20.\u00a0nov.\u00a02026', 'Gjør det på egen hånd', 'Omtrent som sist'])
  })

  it('is taken away with one tap, and put back with one', async () => {
    const { device } = await show(looking)
    await userEvent.click(screen.getByRole('button', { name: 'Ta bort det du sa 20. november 2026' }))
    const undo = await screen.findByRole('button', { name: 'Angre' })
    await waitFor(() => {
      expect(rowsOf(first)[1]?.[1]).toBe('Gjør det på egen hånd')
    })
    expect(await device.database.assessments.get('c')).not.toHaveProperty('lookedBack')
    await userEvent.click(undo)
    await waitFor(async () => {
      expect(await device.database.assessments.get('c')).toMatchObject({ lookedBack: said })
    })
  })
})

describe('a file to keep', () => {
  const many = Array.from({ length: 9 }, (_, at) => year(`y${String(at)}`, `${String(2010 + at)}-11-20`, [at % 2 ? 2 : 1]))
  const fileAfter = async (button: string, assessments: readonly Assessment[]): Promise<{ name: string; text: string }> => {
    const { shareFile } = await show(assessments)
    await userEvent.click(screen.getByRole('button', { name: button }))
    await waitFor(() => {
      expect(shareFile).toHaveBeenCalledOnce()
    })
    const file = shareFile.mock.calls[0]?.[0]
    return { name: file?.name ?? '', text: (await file?.text()) ?? '' }
  }

  it('as a table has every year, also those not on the screen', async () => {
    const { name, text } = await fileAfter('Lagre som tabell (CSV)', many)
    expect(name).toBe('peil-over-tid.csv')
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toContain('"Dato";"Kode";"Område";"Steg (0–4)"')
    expect(lines.filter((line) => line.includes('";"1";"Fagområder'))).toHaveLength(9)
    expect(lines[2]).toBe('"2011-11-20";"1";"Fagområder, lek og skapende arbeid";"2";"Gjør det på egen hånd";"1";"";""')
  })

  it('as data has steps and reasons, and neither single answers nor notes', async () => {
    const notes = { 'barnehage.1.creating': 'secret' }
    const { text } = await fileAfter('Lagre som data (JSON)', [three[0], { ...three[1], tier: 'teacher', notes }] as Assessment[])
    const data = JSON.parse(text) as { rows: unknown[] }
    expect(data).toMatchObject({ peil: 'history', v: 1 })
    expect(data.rows[1]).toEqual({
      finishedAt: '2025-11-20T09:00:00.000Z',
      id: '1',
      sector: 'barnehage',
      tier: 'teacher',
      step: 2,
      change: null,
      newLine: 'role',
      lookingBack: null,
    })
    expect(text).not.toMatch(/secret|barnehage\.1/)
  })
})

describe('in other languages', () => {
  it.each([
    ['nn', 'Eitt steg høgare', 'Omtrent som sist'],
    ['sv', 'Ett steg högre', 'Ungefär som sist'],
    ['en', 'One step higher', 'About the same'],
  ])('%s says a change and none', async (language, higher, same) => {
    await show(three, language)
    const tables = screen.getAllByRole('table').map(({ textContent }) => textContent)
    expect(tables[0]).toContain(higher)
    expect(tables[0]).toContain(same)
  })
})
