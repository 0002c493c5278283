// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { CardsPage } from '../../../src/features/about/cards-page.tsx'
import { HealthPage } from '../../../src/features/about/health-page.tsx'
import { InstrumentPage } from '../../../src/features/about/instrument-page.tsx'
import { AboutPage } from '../../../src/features/about/page.tsx'
import { corePacks, modulePacks } from '../../../src/instruments/packs.ts'
import cards from '../../../locales/nb/cards.json' with { type: 'json' }
import { pageDevice, showPage } from '../../support/page.tsx'

function cells(table: HTMLElement): (string | undefined)[][] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u2060', '')))
}

describe('advice on screens', () => {
  it('has one card for each country, the own first', async () => {
    await showPage(<HealthPage />, '/om/skjermrad')
    expect(screen.getAllByRole('region').map((card) => within(card).getByRole('heading', { level: 2 }).textContent)).toEqual([
      'Norge',
      'Sverige',
    ])
  })

  it('gives the figures by age, dated and with the source', async () => {
    await showPage(<HealthPage />, '/om/skjermrad')
    const norway = screen.getByRole('region', { name: 'Norge' })
    const [proposal] = within(norway).getAllByRole('table')
    expect(proposal && cells(proposal)).toEqual([
      ['Under 2 år', 'Bør unngå skjerm'],
      ['2 til 5 år', '½–1 time'],
      ['6 til 12 år', '1–1½ timer'],
      ['13 til 18 år', '1½–3 timer'],
    ])
    const [source] = within(norway).getAllByRole('link', { name: /Les rådene hos Helsedirektoratet/ })
    expect(source?.getAttribute('href')).toMatch(/^https:\/\/www\.helsedirektoratet\.no\//)
    expect(source?.getAttribute('rel')).toBe('noopener noreferrer')
    const [swedish] = within(screen.getByRole('region', { name: 'Sverige' })).getAllByRole('table')
    expect(swedish && cells(swedish)[1]).toEqual(['2 til 5 år', 'Høyst 1 time'])
  })

  it('says what is only a proposal, and that it is about leisure time', async () => {
    await showPage(<HealthPage />, '/om/skjermrad')
    const norway = screen.getByRole('region', { name: 'Norge' })
    expect(within(norway).getByText('Forslag')).toBeTruthy()
    expect(norway.textContent).toContain('Vi har ikke kontrollert om tallene er de samme.')
    expect(screen.getByRole('heading', { name: 'Rådene gjelder først og fremst fritiden' })).toBeTruthy()
  })
})

describe('discussion cards', () => {
  it('show the questions of the workplace in the address, area by area', async () => {
    await showPage(<CardsPage />, '/om/samtalekort?sektor=skole')
    expect(screen.getByRole('radio', { name: 'Skole' })).toHaveProperty('checked', true)
    const ethics = screen.getByRole('region', { name: 'Etikk' })
    expect(within(ethics).getAllByRole('listitem')).toHaveLength(cards.skole['3'].length)
    expect(within(ethics).getByText(cards.skole['3'][0] ?? '')).toBeTruthy()
  })

  it('change with the workplace, and can be of one area alone', async () => {
    await showPage(<CardsPage />, '/om/samtalekort')
    await userEvent.click(screen.getByRole('radio', { name: 'SFO' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Område' }), 'Aktiviteter og mestring')
    expect(screen.getAllByRole('region')).toHaveLength(1)
    expect(screen.getByText(cards.sfo['1'][0] ?? '')).toBeTruthy()
    expect(screen.getByTestId('address').textContent).toBe('/om/samtalekort?sektor=sfo&omrade=1')
  })

  it('can be printed', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await showPage(<CardsPage />, '/om/samtalekort')
    await userEvent.click(screen.getByRole('button', { name: 'Skriv ut kortene' }))
    expect(print).toHaveBeenCalledOnce()
  })
})

describe('about the questions', () => {
  it('says what is the framework’s, what is ours and what is not validated', async () => {
    await showPage(<InstrumentPage device={pageDevice()} />, '/om/instrumentet')
    for (const name of ['Dette kommer fra rammeverket', 'Dette er vårt eget', 'Ikke psykometrisk validert', 'Høyere er aldri mer skjerm']) {
      expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy()
    }
  })

  it('lists the version of every part that can be asked', async () => {
    await showPage(<InstrumentPage device={pageDevice()} />, '/om/instrumentet')
    const rows = cells(screen.getByRole('table', { name: 'Utgaver av spørsmålene' }))
    expect(rows).toHaveLength(Object.keys(corePacks).length + Object.keys(modulePacks).length)
    expect(rows[0]).toEqual(['Barnehage', '21', corePacks.barnehage.version])
  })

  it('names its sources with year and link', async () => {
    await showPage(<InstrumentPage device={pageDevice()} />, '/om/instrumentet')
    const sources = within(screen.getByRole('region', { name: 'Kilder' })).getAllByRole('listitem')
    expect(sources).toHaveLength(6)
    for (const source of sources) {
      expect(source.textContent).toMatch(/^20\d\d/)
      expect(within(source).getByRole('link').getAttribute('href')).toMatch(/^https:\/\//)
    }
  })
})

it('the about page leads to all three', async () => {
  await showPage(<AboutPage />, '/om')
  const addresses = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(addresses).toEqual(expect.arrayContaining(['/om/instrumentet', '/om/samtalekort', '/om/skjermrad']))
})
