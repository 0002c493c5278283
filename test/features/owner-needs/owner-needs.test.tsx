// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { Link } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import userEvent from '@testing-library/user-event'
import { NeedsPage } from '../../../src/features/owner-needs/page.tsx'
import type { Office } from '../../../src/sync/office.ts'
import { type Answers, Problem, answersOf, officeAnswering, unreachable } from '../../support/office.ts'
import { showPage } from '../../support/page.tsx'
import { ownProfile } from '../../support/profile.ts'
import { type ReleasedRound, type UnitSpec, releasedRound, roundId } from '../../support/released-round.ts'

const most = [8, 8, 8, 8, 8, 8, 8, 8]
const few = [1, 1, 1, 1, 1, 1, 1, 1]
const units: readonly UnitSpec[] = [
  { unit: 'asly', name: 'Åsly', groups: [{ n: 9, below: few }] },
  { unit: 'solstrala', name: 'Solstråla', groups: [{ n: 9, below: [4, [4, 5], 9, 4, 0, 1, 4, 4] }] },
  { unit: 'bekken', name: 'Bekken', groups: [{ n: 9, below: most }] },
  { unit: 'lia', name: 'Lia', groups: [{ n: 4, below: few }] },
  { unit: 'orje', name: 'Ørje', groups: [{ n: 9, below: most }] },
  { unit: 'nes', name: 'Nes SFO', sector: 'sfo', groups: [{ n: 3, below: few }] },
  {
    unit: 'fjord',
    name: 'Fjord skole',
    sector: 'skole',
    groups: [
      { tier: 'practice', n: 11, below: most },
      { tier: 'teacher', n: 15, below: most },
    ],
  },
  { unit: 'ledere', name: 'Ledere i barnehage', sector: 'leaders-barnehage', groups: [{ n: 6, below: few }] },
]
const released = releasedRound(units)
const now = () => '2026-12-16T10:00:00.000Z'

/** What a server answers about a round in a municipality that has chosen a profile, or none. */
function withProfile(of: ReleasedRound, profile = 'nasjonal'): Answers {
  return { ...answersOf(of), '/profile': { v: 1, shipped: profile } }
}

/** A round that is closed and not released, until it is asked for and `answer` is no problem. */
function closing(answer: unknown): Answers {
  let state: 'closed' | 'released' = 'closed'
  return {
    ...withProfile(released),
    get [`/rounds/${roundId}`]() {
      return { ...released.round, state }
    },
    get [`POST /rounds/${roundId}/close`]() {
      if (!(answer instanceof Problem)) state = 'released'
      return answer
    },
  }
}

async function showNeeds(of: ReleasedRound = released, office?: Office, language?: string): Promise<HTMLElement> {
  await showPage(<NeedsPage office={office ?? officeAnswering(withProfile(of)).office} now={now} />, '/eier', language)
  return screen.findByRole('heading', { level: 1 })
}
function spoken(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u2060', '').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim()
}
const heat = () => screen.getByRole('table', { name: 'Hvor mange som har steg igjen til målet, per enhet og område' })
const heads = () =>
  within(heat())
    .getAllByRole('rowheader')
    .map((head) => spoken(head.textContent))
function cellsOf(name: RegExp): string[] {
  const row = within(heat()).getByRole('rowheader', { name }).closest('tr')
  return within(row as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => spoken(cell.textContent))
}

describe('units and areas', () => {
  it('stands in groups by sector, alphabetical within as Norwegians sort, never by a figure', async () => {
    await showNeeds()
    expect(heads()).toEqual([
      'Barnehager',
      'Bekken 9 bidro',
      'Lia For få bidro',
      'Solstråla 9 bidro',
      'Ørje 9 bidro',
      'Åsly 9 bidro',
      'Skoler',
      'Fjord skole Fagarbeidere og assistenter · 11 bidro',
      'Fjord skole Pedagoger · 15 bidro',
      'SFO',
      'Nes SFO For få bidro',
      'På tvers',
      'Små enheter samlet Lia, Nes SFO · 7 bidro',
      'Ledere i barnehage 6 bidro',
      'Hele kommunen',
      'Alle 75 bidro',
    ])
  })

  it('stands in the same order in English', async () => {
    await showNeeds(released, undefined, 'en')
    const table = screen.getByRole('table', { name: 'How many have steps left to the target, by unit and area' })
    const names = within(table).getAllByRole('rowheader')
    expect(names.slice(1, 6).map((head) => spoken(head.textContent).split(' ')[0])).toEqual(['Bekken', 'Lia', 'Solstråla', 'Ørje', 'Åsly'])
  })

  it('offers no way to sort or to rank', async () => {
    await showNeeds()
    expect(within(heat()).queryByRole('button')).toBeNull()
    expect(heat().querySelector('[aria-sort]')).toBeNull()
    expect(screen.getByText(/Enhetene står i alfabetisk rekkefølge\. De rangeres ikke\./)).toBeTruthy()
  })

  it('has a word and an interval in every cell, and says hidden where it is hidden', async () => {
    await showNeeds()
    expect(cellsOf(/^Solstråla/)).toEqual([
      'En del 2–7 av 9',
      'Skjult',
      'De fleste 8–9 av 9',
      'En del 2–7 av 9',
      'Få 0–1 av 9',
      'Få 0–1 av 9',
      'En del 2–7 av 9',
      'En del 2–7 av 9',
    ])
    for (const cell of within(heat()).getAllByRole('cell')) expect(cell.textContent).not.toMatch(/^\s*[-–0]?\s*$/)
  })

  it('tells how many by texture as well as by word', async () => {
    await showNeeds()
    const cell = within(heat()).getAllByText('De fleste')[0]?.closest('td')
    expect(cell?.className).toContain('depth-5')
  })

  it('gives a hidden unit one row that says where it is counted', async () => {
    await showNeeds()
    expect(cellsOf(/^Lia/)).toEqual(['Vises ikke alene. Er med i «Små enheter samlet».'])
  })

  it('says so when small units are in no figure at all', async () => {
    const lonely = releasedRound([
      { unit: 'bekken', name: 'Bekken', groups: [{ n: 9, below: most }] },
      { unit: 'lia', name: 'Lia', groups: [{ n: 4, below: few }] },
    ])
    await showNeeds(lonely)
    expect(cellsOf(/^Lia/)).toEqual(['Vises ikke. Er ikke med i noe tall, fordi de små enhetene til sammen er færre enn fem.'])
    expect(heads()).not.toContain('På tvers')
  })

  it('is a table with headers for columns, rows and groups', async () => {
    await showNeeds()
    const columns = within(heat()).getAllByRole('columnheader')
    expect(columns).toHaveLength(9)
    expect(columns[8]?.textContent).toContain('Personvern og informasjonssikkerhet')
    expect(heat().querySelectorAll('th[scope="rowgroup"]')).toHaveLength(5)
    expect([...heat().querySelectorAll('th')].every((head) => head.hasAttribute('scope'))).toBe(true)
  })

  it('stands in a frame with a name that the keyboard reaches', async () => {
    await showNeeds()
    const frame = screen.getByRole('region', { name: 'Enheter og områder. Tabellen kan rulles sidelengs.' })
    expect(frame.tabIndex).toBe(0)
  })

  it('leads from a unit to its own page', async () => {
    await showNeeds()
    expect(screen.getByRole('link', { name: 'Bekken' }).getAttribute('href')).toBe(`/enhet?unit=bekken&round=${roundId}`)
    expect(screen.queryByRole('link', { name: 'Lia' })).toBeNull()
  })

  it('names what is not given for the whole municipality, and why', async () => {
    const pinned = { ...released.release, audit: { withheld: ['3' as const] } }
    await showNeeds({ ...released, release: pinned })
    expect(screen.getByText(/^Disse områdene har ikke eget tall for hele kommunen: Etikk/)).toBeTruthy()
    expect(screen.getAllByText('Sum av spenn')).toHaveLength(1)
  })

  it('shows a role across units only where several show it apart', async () => {
    const split = (unit: string, name: string): UnitSpec => ({
      unit,
      name,
      sector: 'skole',
      groups: [
        { tier: 'practice', n: 11, below: most },
        { tier: 'teacher', n: 15, below: most },
      ],
    })
    await showNeeds(releasedRound([split('fjord', 'Fjord'), split('dal', 'Dal')]))
    expect(heads().slice(-3)).toEqual([
      'Alle 52 bidro',
      'Fagarbeidere og assistenter Der rollen har egen gruppe · 22 bidro',
      'Pedagoger Der rollen har egen gruppe · 30 bidro',
    ])
  })
})

describe('how many course seats', () => {
  const demand = () => screen.getByRole('table', { name: /kursplasser/ })

  it('gives intervals per sector and for the municipality, and whole fives of seats', async () => {
    await showNeeds()
    const rows = within(demand())
      .getAllByRole('row')
      .map((row) => spoken(row.textContent))
    expect(rows[0]).toBe('OmrådeBarnehageSkoleHele kommunenPlasser')
    const ethics = rows.find((row) => row.startsWith('Etikk'))
    expect(ethics).toBe('Etikk24–2814–2240–56 av 7540–60 plasser')
  })

  it('has hidden in words where nothing may be shown', async () => {
    const some = releasedRound([
      { unit: 'a', name: 'A', groups: [{ n: 6, below: [[1, 6], 2] }] },
      { unit: 'b', name: 'B', sector: 'skole', groups: [{ n: 6, below: [2, 2] }] },
    ])
    await showNeeds(some)
    const row = within(demand())
      .getByRole('rowheader', { name: /^Fag og lek/ })
      .closest('tr')
    expect(spoken(row?.textContent)).toBe('Fag og lek / FagSkjult2–42–4 av 65 plasser')
  })
})

describe('the goals of the municipality', () => {
  const showGoals = async (profile?: string, at?: string): Promise<HTMLElement> => {
    const { office } = officeAnswering(withProfile(released, profile))
    await showPage(<NeedsPage office={office} now={() => at ?? now()} />, '/eier')
    return screen.findByRole('region', { name: 'Sett mot kommunens egne mål' })
  }
  const goalsIn = (section: HTMLElement) =>
    within(section)
      .getAllByRole('heading', { level: 3 })
      .map((heading) => heading.textContent)
  const goalIn = (section: HTMLElement, title: RegExp) => {
    const card = within(section).getByRole('heading', { level: 3, name: title }).closest('li')
    return spoken(card?.textContent)
  }

  it('stand in the order of the plan, each with the areas that serve it and the figures from above', async () => {
    const section = await showGoals('lillestrom')
    expect(goalsIn(section)).toEqual([
      '1. Digital kompetanse hos barn og elever',
      '2. Profesjonsfaglig kompetanse hos alle ansatte',
      '3. Gode digitale miljøer',
      '4. En bærekraftig digital grunnmur',
      '5. Sammenheng mellom tjenestene',
    ])
    expect(goalIn(section, /^3\./)).toContain('EtikkEn del har steg igjen (40–56 av 75)')
    expect(section.textContent).toContain('Lillestrøm: fem mål. Gjelder 2026–2035.')
  })

  it('say what the round did not ask about, and what else in Peil serves them', async () => {
    const foundation = goalIn(await showGoals('lillestrom'), /^4\./)
    expect(foundation).toContain('Runden spurte ikke om: ')
    expect(foundation).toContain('Dette i Peil tjener også målet: tabellen over enheter og områder, uten rangering.')
    expect(foundation).not.toContain('har steg igjen')
  })

  it('have no figure of their own: every figure is one of the table above', async () => {
    const figures = (element: Element) => spoken(element.textContent).match(/\d+–\d+ av \d+/g) ?? []
    const section = await showGoals('nasjonal')
    const whole = [...figures(screen.getByRole('table', { name: /kursplasser/ })), ...figures(heat())]
    expect(figures(section).length).toBeGreaterThan(10)
    expect(figures(section).filter((figure) => !whole.includes(figure))).toEqual([])
  })

  it('that are for one sector have that sector\u2019s figures', async () => {
    const section = await showGoals('ringsaker')
    expect(goalsIn(section)).toHaveLength(6)
    expect(goalIn(section, /^3\./)).toMatch(/Gjelder skoler\. Tallene er for dem\..* har steg igjen \(\d+–\d+ av 26\)/)
    expect(goalIn(section, /^2\./)).toContain('Gjelder barnehager')
  })

  it('of a proposal whose time is over say both', async () => {
    const section = await showGoals('orebro')
    expect(goalsIn(section)).toHaveLength(10)
    expect(section.textContent).toContain('Et forslag (2019–2022). Vi vet ikke om det ble vedtatt, og perioden er over.')
    expect(section.textContent).toContain('feltene for vedtak er ikke fylt ut')
  })

  it('are past when their last year is over, and not before', async () => {
    expect((await showGoals('se-riktlinje')).textContent).toContain('Gjaldt til 2022. Perioden er over.')
  })

  it('are the national ones where none are chosen', async () => {
    expect((await showGoals()).textContent).toContain('De fem nasjonale målene. Gjelder 2023–2030.')
  })

  it('are the municipality\u2019s own where it has its own profile, in its first language where the reader\u2019s is silent', async () => {
    const answers = { ...answersOf(released), '/profile': { v: 1, file: ownProfile() } }
    await showPage(<NeedsPage office={officeAnswering(answers).office} now={now} />, '/eier', 'en')
    const heading = await screen.findByRole('heading', { level: 3, name: /^1\. / })
    expect(heading.textContent).toBe('1. Felles praksis i alle enheter')
    expect(screen.getByText('Fjordvik: shared practice.')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Change the goals in the profile' }).getAttribute('href')).toBe('/eier/profil/maal')
  })

  it('of a profile that this app does not know are not guessed', async () => {
    const section = await showGoals('of-a-newer-peil')
    expect(section.textContent).toContain('Vi kjenner ikke kommunens profil.')
    expect(within(section).queryByRole('listitem')).toBeNull()
  })

  it('can be read as a table', async () => {
    const section = await showGoals('lillestrom')
    const table = within(section).getByRole('table', { name: 'Mål, områder og hvor mange som har steg igjen', hidden: true })
    expect(table.querySelectorAll('th[scope="rowgroup"]')).toHaveLength(5)
    expect(spoken(table.textContent)).toContain('EtikkEn del40–56 av 75')
  })

  it('explain what is hidden', async () => {
    const some = releasedRound([
      { unit: 'a', name: 'A', groups: [{ n: 6, below: [[1, 6], 2] }] },
      { unit: 'b', name: 'B', groups: [{ n: 6, below: [[1, 6], 2] }] },
    ])
    const { office } = officeAnswering(withProfile(some, 'lillestrom'))
    await showPage(<NeedsPage office={office} now={now} />, '/eier')
    const section = await screen.findByRole('region', { name: 'Sett mot kommunens egne mål' })
    expect(goalIn(section, /^1\./)).toContain('Fagområder, lek og skapende arbeidSkjult')
    expect(goalIn(section, /^1\./)).toContain('Skjult: færre enn fem har et steg her')
  })

  it('lead out of Peil only where it says so', async () => {
    const section = await showGoals('orebro')
    const links = within(section)
      .getAllByRole('link', { hidden: true })
      .filter((link) => link.getAttribute('href')?.startsWith('http'))
    expect(links.map(({ textContent }) => textContent)).toHaveLength(2)
    for (const link of links) expect(link.textContent).toMatch(/\(åpner en annen side\)$/)
  })
})

describe('the page around the figures', () => {
  it('says municipality, day and what it is not on the paper', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await showNeeds()
    expect(screen.getByText('Fjordvik kommune (oppdiktet) · skrevet ut 16. desember 2026 · egne vurderinger, ikke en måling')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Skriv ut' }))
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })

  it('says kindly that nothing can be shown where too few contributed in all', async () => {
    await showNeeds(releasedRound([{ unit: 'lia', name: 'Lia', groups: [{ n: 3, below: few }] }]))
    expect(screen.getByText(/^Ingen tall kan vises fra denne runden\. Færre enn fem bidro til sammen\./)).toBeTruthy()
    expect(screen.queryByText('Hvor mange kursplasser?')).toBeNull()
  })

  it('asks for no figures before the release', async () => {
    const closed = { ...released.round, state: 'closed' as const }
    const list = { rounds: released.list.rounds.map((each) => ({ ...each, state: 'closed' as const })) }
    const { office, requests } = officeAnswering({ '/rounds': list, [`/rounds/${roundId}`]: closed })
    await showNeeds(released, office)
    expect(screen.getByText(/er lukket\. Tallene kommer når du frigir dem, eller av seg selv 14\. desember\./)).toBeTruthy()
    expect(requests.some(({ path }) => path.includes('results'))).toBe(false)
  })

  it('closes the round when the owner says so twice, and then shows its figures', async () => {
    const { office, requests } = officeAnswering(closing({ round: roundId, sha256: 'x', units: { released: 6, hidden: 2, pooled: 2 } }))
    await showNeeds(released, office)
    await userEvent.click(screen.getByRole('button', { name: 'Lukk runden og vis tallene' }))
    expect(document.activeElement).toBe(screen.getByRole('alertdialog', { name: 'Er du sikker?' }))
    await userEvent.click(screen.getByRole('button', { name: 'Nei, vent' }))
    expect(requests.some(({ method }) => method === 'POST')).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: 'Lukk runden og vis tallene' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ja, lukk og vis tallene' }))
    const heading = await screen.findByRole('heading', { level: 1, name: 'Hvor trengs det mer?' })
    await waitFor(() => {
      expect(document.activeElement).toBe(heading)
    })
    expect(requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([`/rounds/${roundId}/close`])
  })

  it('says when no answer came, and lets the owner try again', async () => {
    const { office } = officeAnswering(closing(new Problem('unavailable', 503)))
    await showNeeds(released, office)
    await userEvent.click(screen.getByRole('button', { name: 'Lukk runden og vis tallene' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ja, lukk og vis tallene' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Vi fikk ikke svar på om runden ble lukket. ')
    expect(screen.getByRole('button', { name: 'Lukk runden og vis tallene' })).toBeTruthy()
  })

  it('says what went wrong when the server cannot be reached', async () => {
    await showNeeds(released, unreachable)
    expect(screen.getByRole('alert').textContent).toContain('Vi får ikke kontakt')
  })

  it('lets another round be chosen', async () => {
    const older = 'Q'.repeat(22)
    const answers = withProfile(released)
    const rounds = [...released.list.rounds, ...released.list.rounds.map((each) => ({ ...each, round: older, title: 'Høst 2025' }))]
    const { office } = officeAnswering({
      ...answers,
      '/rounds': { rounds },
      [`/rounds/${older}`]: { ...released.round, round: older, title: 'Høst 2025' },
      [`/rounds/${older}/results`]: { ...released.release, round: older },
    })
    await showNeeds(released, office)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Runde' }), 'Høst 2025')
    expect(await screen.findByText('Høst 2025 · frist 11. desember 2026')).toBeTruthy()
  })

  it('shows the round that was just closed to who comes back, not last year’s', async () => {
    const older = 'Q'.repeat(22)
    const answers = closing({ round: roundId, sha256: 'x', units: { released: 6, hidden: 2, pooled: 2 } })
    const lastYear = { ...released.round, round: older, title: 'Høst 2025' }
    const { office } = officeAnswering({
      get [`/rounds/${roundId}`]() {
        return answers[`/rounds/${roundId}`]
      },
      get [`POST /rounds/${roundId}/close`]() {
        return answers[`POST /rounds/${roundId}/close`]
      },
      get '/rounds'() {
        const { state } = answers[`/rounds/${roundId}`] as { state: string }
        return {
          rounds: released.list.rounds.flatMap((each) => [
            { ...each, state },
            { ...each, round: older, title: lastYear.title },
          ]),
        }
      },
      '/profile': answers['/profile'],
      [`/rounds/${roundId}/results`]: released.release,
      [`/rounds/${older}`]: lastYear,
      [`/rounds/${older}/results`]: { ...released.release, round: older },
    })
    const page = (
      <>
        <Link to="/eier">Eier</Link>
        <NeedsPage office={office} now={now} />
      </>
    )
    await showPage(page, '/eier')
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Runde' }), 'Høst 2026')
    await userEvent.click(await screen.findByRole('button', { name: 'Lukk runden og vis tallene' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ja, lukk og vis tallene' }))
    expect(await screen.findByText('Høst 2026 · frist 11. desember 2026')).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'Eier' }))
    expect(await screen.findByText('Høst 2026 · frist 11. desember 2026')).toBeTruthy()
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Runde' }).selectedOptions[0]?.text).toBe('Høst 2026')
  })
})
