// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { UnitPage } from '../../../src/features/unit/page.tsx'
import type { Office } from '../../../src/sync/office.ts'
import { Problem, answersOf, officeAnswering, unitsOf, unreachable } from '../../support/office.ts'
import { showPage } from '../../support/page.tsx'
import { type ReleasedRound, releasedRound, roundId } from '../../support/released-round.ts'

const released = releasedRound([
  { unit: 'solstrala', name: 'Solstråla', headcount: 11, groups: [{ n: 9, below: [4, [4, 1], 9, 4, 0, 1, [1, 5], 4] }] },
  { unit: 'lia', name: 'Lia', headcount: 6, groups: [{ n: 4, below: [1, 1, 1, 1] }] },
  {
    unit: 'fjord',
    name: 'Fjord',
    headcount: 30,
    groups: [
      { tier: 'practice', n: 11, below: [3, 3, 8, 3, 3, 3, 3, 0] },
      { tier: 'teacher', n: 15, below: [10, 3, 12, 3, 3, 3, 3, 0] },
    ],
  },
  { unit: 'sentrum', name: 'Sentrum', headcount: 44, groups: [{ n: 38, below: [19, 15, 19, 16, 8, 4, 15, 12] }] },
])
const now = () => '2026-12-16T10:00:00.000Z'

async function showUnit(unit: string, office: Office = officeAnswering(answersOf(released)).office, of: ReleasedRound = released) {
  await showPage(<UnitPage office={office} units={unitsOf(of).filter((each) => each.unit === unit)} now={now} />, '/enhet')
  return screen.findByRole('heading', { level: 1 })
}

/** Figures as they are read, without the marks that keep them on one line. */
function spoken(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u2060', '').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim()
}
function rowsOf(table: HTMLElement): string[] {
  return within(table)
    .getAllByRole('row')
    .map((row) => spoken(row.textContent))
}

describe('the page of a unit', () => {
  it('names unit, round and day, and says how many contributed and what the numbers are', async () => {
    const heading = await showUnit('solstrala')
    expect(heading.textContent).toBe('Slik ser vi det selv i Solstråla')
    expect(screen.getByText('Høst 2026 · frist 11. desember 2026')).toBeTruthy()
    expect(screen.getByText(/^Ni av elleve bidro\. Tallene viser hvor mange som har steg igjen/)).toBeTruthy()
  })

  it('leads to more questions to talk about, of the sector', async () => {
    await showUnit('solstrala')
    expect(screen.getByRole('link', { name: 'Samtalekort til et møte' }).getAttribute('href')).toBe('/om/samtalekort?sektor=barnehage')
  })

  it('shows strengths before needs', async () => {
    await showUnit('solstrala')
    const names = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)
    expect(names).toEqual([
      'Å lede lek og læring',
      'Samarbeid med hjem og kolleger',
      'Etikk og digital dømmekraft',
      'Fagområder, lek og skapende arbeid',
      'Barnehagen i samfunnet',
    ])
  })

  it('gives every need its meaning, its word with interval, and one question', async () => {
    await showUnit('solstrala')
    const [largest] = within(screen.getByRole('region', { name: 'Tre behov å snakke om' })).getAllByRole('listitem')
    expect(spoken(largest?.textContent)).toBe(
      'Etikk og digital dømmekraftBilder, kilder og det å spørre barnet.De fleste har steg igjen (8–9 av 9)Å snakke om: Hva gjør vi når et barn sier nei til et bilde?',
    )
  })

  it('lists every area in a table in the order of the framework, the modules apart', async () => {
    await showUnit('solstrala')
    const table = screen.getByRole('table', { name: 'Hvor mange som har steg igjen til målet, område for område' })
    expect(rowsOf(table).slice(1, 3)).toEqual([
      'Fagområder, lek og skapende arbeidEn del har steg igjen (2–7 av 9)',
      'Barnehagen i samfunnetEn del har steg igjen (2–6 av 8)',
    ])
    expect(within(table).getAllByRole('rowheader')).toHaveLength(8)
    expect(table.querySelectorAll('tbody')).toHaveLength(2)
  })

  it('says hidden and why, never a blank, a dash or a zero', async () => {
    await showUnit('solstrala')
    const row = screen.getByRole('rowheader', { name: 'Endring og utvikling' }).closest('tr')
    expect(spoken(row?.textContent)).toBe('Endring og utviklingSkjultFærre enn fem har et steg her.')
    expect(screen.getByText(/^Disse vises ikke: Endring og utvikling\. Færre enn fem har et steg der\./)).toBeTruthy()
  })

  it('puts unit, municipality, day and what it is not on the paper, and prints on a tap', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await showUnit('solstrala')
    expect(
      screen.getByText('Solstråla · Fjordvik kommune (oppdiktet) · skrevet ut 16. desember 2026 · egne vurderinger, ikke en måling'),
    ).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Skriv ut' }))
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })

  it('says that all is well only where it can be seen', async () => {
    const near = releasedRound([
      { unit: 'moen', name: 'Moen', groups: [{ n: 9, below: [0, 1, 0, 0, 0, 0, 0, 0] }] },
      { unit: 'vik', name: 'Vik', groups: [{ n: 9, below: [0, 1, 0, 0, 0, 0, [0, 5], 0] }] },
    ])
    const { office } = officeAnswering(answersOf(near))
    await showUnit('moen', office, near)
    expect(screen.getByRole('region', { name: 'Nesten alle er ved målet overalt' })).toBeTruthy()
    cleanup()
    await showUnit('vik', office, near)
    expect(screen.getByRole('region', { name: 'Nesten alle er ved målet der vi har tall' })).toBeTruthy()
  })

  it('claims nothing where every area is hidden', async () => {
    const all = [0, 0, 0, 0, 0, 0, 0, 0].map((): readonly [number, number] => [0, 1])
    const bare = releasedRound([{ unit: 'moen', name: 'Moen', groups: [{ n: 5, below: all }] }])
    await showUnit('moen', officeAnswering(answersOf(bare)).office, bare)
    expect(screen.getByRole('region', { name: 'Ingen områder kan vises denne gangen' })).toBeTruthy()
    expect(screen.queryByText(/Nesten alle/)).toBeNull()
  })

  it('says on every sheet of paper whose it is and what it is not', async () => {
    await showUnit('sentrum')
    expect(screen.getAllByText(/^Sentrum · .* · egne vurderinger, ikke en måling$/)).toHaveLength(2)
  })

  it('shows each role by itself where that may be shown, and the sum above', async () => {
    await showUnit('fjord')
    expect(screen.getByRole('heading', { name: 'Fagarbeidere og assistenter · 11 bidro' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Pedagoger · 15 bidro' })).toBeTruthy()
    const [sum, practice, teachers] = screen.getAllByRole('table').map((table) => rowsOf(table)[3])
    expect(practice).toBe('Etikk og digital dømmekraftMange har steg igjen (6–9 av 11)')
    expect(teachers).toBe('Etikk og digital dømmekraftMange har steg igjen (8–13 av 15)')
    expect(sum).toBe('Etikk og digital dømmekraftMange har steg igjen (14–22 av 26)')
  })

  it('shows how the steps are spread only where twenty or more contributed', async () => {
    await showUnit('sentrum')
    const steps = screen.getByText('Slik fordeler stegene seg').closest('details')
    expect(within(steps as HTMLElement).getAllByRole('row', { hidden: true })).toHaveLength(9)
  })

  it('leaves the steps out for a small unit', async () => {
    await showUnit('solstrala')
    expect(screen.queryByText('Slik fordeler stegene seg')).toBeNull()
  })

  it('is kind to a unit with too few, and says no number of people', async () => {
    const heading = await showUnit('lia')
    expect(heading.textContent).toBe('Lia har ingen egne tall denne gangen')
    expect(screen.getByText(/^Færre enn fem bidro\. Da kunne et tall ha pekt på én person\./)).toBeTruthy()
    expect(screen.getByText('Hva gjør vi når et barn sier nei til et bilde?')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(document.querySelector('main, body')?.textContent).not.toMatch(/\b4\b|fire/)
  })

  it('speaks English too', async () => {
    const { office } = officeAnswering(answersOf(released))
    const units = unitsOf(released).filter((each) => each.unit === 'solstrala')
    await showPage(<UnitPage office={office} units={units} now={now} />, '/enhet', 'en')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('How we see it ourselves at Solstråla')
    expect(screen.getAllByText('Most have steps left').length).toBeGreaterThan(0)
  })
})

describe('before there are figures', () => {
  const open = { ...released.round, state: 'open' as const }
  const list = { rounds: released.list.rounds.map((each) => ({ ...each, state: 'open' as const })) }
  const before = { '/rounds': list, [`/rounds/${roundId}`]: open }

  it('says in words how many have joined, and nothing else', async () => {
    const { office, requests } = officeAnswering({ ...before, [`/rounds/${roundId}/joined`]: { solstrala: 'half' } })
    await showUnit('solstrala', office)
    expect(screen.getByText('Minst halvparten er med.')).toBeTruthy()
    expect(
      screen.getByText(
        'Runden «Høst 2026» er åpen til 11. desember. Før det finnes ingen tall. Hva hver enkelt har svart, får ingen se, heller ikke etterpå.',
      ),
    ).toBeTruthy()
    expect(requests.some(({ path }) => path.includes('results'))).toBe(false)
  })

  it('says so when that cannot be fetched', async () => {
    await showUnit('solstrala', officeAnswering(before).office)
    expect(screen.getByText('Vi får ikke hentet det akkurat nå.')).toBeTruthy()
  })

  it('says that there is no round yet', async () => {
    const heading = await showUnit('solstrala', officeAnswering({ '/rounds': { rounds: [] } }).office)
    expect(heading.textContent).toBe('Ingen runde ennå')
  })

  it('learns from a round that it was closed meanwhile, and opens with it from then on', async () => {
    const older = 'Q'.repeat(22)
    let state = 'open'
    const { office } = officeAnswering({
      ...answersOf(released),
      get '/rounds'() {
        const [listed] = released.list.rounds
        return {
          rounds: [
            { ...listed, state },
            { ...listed, round: older, title: 'Høst 2025' },
          ],
        }
      },
      [`/rounds/${older}`]: { ...released.round, round: older, title: 'Høst 2025' },
      [`/rounds/${older}/results/solstrala`]: { ...released.resultOf('solstrala'), round: older },
    })
    const units = unitsOf(released).filter(({ unit }) => unit === 'solstrala')
    const page = (
      <>
        <Link to="/enhet">Enheten</Link>
        <UnitPage office={office} units={units} now={now} />
      </>
    )
    await showPage(page, '/enhet')
    const chooser = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Runde' })
    expect(chooser.selectedOptions[0]?.text).toBe('Høst 2025')
    state = 'released'
    await userEvent.selectOptions(chooser, 'Høst 2026')
    await screen.findByText(/Høst 2026/, { selector: '.eyebrow' })
    await userEvent.click(screen.getByRole('link', { name: 'Enheten' }))
    expect(screen.getByTestId('address').textContent).toBe('/enhet')
    expect(await screen.findByText(/Høst 2026/, { selector: '.eyebrow' })).toBeTruthy()
    expect(chooser.selectedOptions[0]?.text).toBe('Høst 2026')
  })

  it('says what went wrong, and tries again on a tap', async () => {
    await showUnit('solstrala', unreachable)
    expect(screen.getByRole('alert').textContent).toContain('Vi får ikke kontakt')
    await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  it('says whose figures these are not', async () => {
    const { office } = officeAnswering({
      ...answersOf(released),
      [`/rounds/${roundId}/results/solstrala`]: new Problem('forbidden', 403),
    })
    await showUnit('solstrala', office)
    expect(screen.getByRole('alert').textContent).toContain('Dette er ikke din enhet')
  })
})

describe('several units', () => {
  it('opens the unit of the address and lets another be chosen', async () => {
    const { office } = officeAnswering(answersOf(released))
    await showPage(<UnitPage office={office} units={unitsOf(released)} now={now} />, '/enhet?unit=sentrum')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Sentrum')
    const choice = screen.getByRole('combobox', { name: 'Enhet' })
    expect(
      within(choice)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['Fjord', 'Lia', 'Sentrum', 'Solstråla'])
    await userEvent.selectOptions(choice, 'Solstråla')
    expect(await screen.findByRole('heading', { name: 'Slik ser vi det selv i Solstråla' })).toBeTruthy()
    expect(screen.getByTestId('address').textContent).toBe('/enhet?unit=solstrala')
  })
})
