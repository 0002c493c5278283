// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { nasjonal } from '../../../src/instruments/profiles/nasjonal.ts'
import { ProfileServer, own, showProfile, stateLine } from './given.tsx'

const goalFields = () => screen.getAllByLabelText<HTMLInputElement>('Navn på målet').map(({ value }) => value)
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lagre' }))
const national = () => new ProfileServer({ v: 1, shipped: 'nasjonal' })

describe('the plan', () => {
  it('says which profile it is made from, whether it is in force, and whose it is', async () => {
    await showProfile(national())
    const note = screen.getByRole('region', { name: 'Bygger på «De fem nasjonale målene»' })
    expect(note.textContent).toContain('I kraft: gjelder 2023–2030.')
    expect(note.textContent).toContain('Dere bruker den som den er.')
    await userEvent.type(screen.getByLabelText('Navn på profilen'), ' i Fjordvik')
    expect(note.textContent).toContain('Dette er deres egen utgave.')
  })

  it('becomes the municipality’s own with its first change, and Peil’s again when that is taken back', async () => {
    const server = national()
    await showProfile(server)
    const name = screen.getByLabelText<HTMLInputElement>('Navn på profilen')
    await userEvent.type(name, '!')
    expect(stateLine()).toBe('Du har endringer som ikke er lagret.')
    await save()
    await screen.findByText('Lagret. De ansatte får det neste gang de har nett.')
    expect(server.stored.words['nb']?.name).toBe('De fem nasjonale målene!')
    expect(Object.keys(server.stored.words).toSorted()).toEqual(['en', 'nb', 'nn', 'sv'])
    expect(server.puts[0]?.etag).toBe('"1"')
    await userEvent.type(name, '{backspace}')
    await save()
    await screen.findByText('Lagret. De ansatte får det neste gang de har nett.')
    expect(server.profile).toEqual({ v: 1, shipped: 'nasjonal' })
    expect(server.puts[1]?.etag).toBe('"2"')
  })

  it('asks for functions, not for people, and drops rows that nobody wrote in', async () => {
    const server = new ProfileServer(own())
    await showProfile(server)
    expect(screen.getByText(/Skriv aldri navn på personer/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Legg til en funksjon' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Funksjon 2'))
    await userEvent.keyboard('Personvernombudet')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til en funksjon' }))
    await userEvent.click(screen.getByRole('button', { name: 'Legg til en lenke' }))
    await save()
    await screen.findByText(/^Lagret/)
    const { contacts, guidelines } = server.stored.profile
    expect(contacts).toHaveLength(2)
    expect(guidelines).toEqual(nasjonal.guidelines)
    expect(Object.values(server.stored.words['nb']?.contacts ?? {})).toEqual(['IT-støtte', 'Personvernombudet'])
  })

  it('can be written in one more language, which says the first one where it is silent', async () => {
    const server = new ProfileServer(own())
    await showProfile(server)
    await userEvent.selectOptions(screen.getByLabelText('Du skriver på'), 'sv')
    expect(screen.getByLabelText<HTMLInputElement>('Navn på profilen').value).toBe('')
    expect(screen.getByText('På norsk bokmål: «Fjordvik: felles praksis»')).toBeDefined()
    await userEvent.type(screen.getByLabelText('Funksjon 1'), 'It-stöd')
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.stored.words['sv']).toEqual({ name: 'Fjordvik: felles praksis', goals: {}, contacts: { 'it-support': 'It-stöd' } })
  })
})

describe('the goals', () => {
  it('are renamed, moved with buttons that keep the focus, and said aloud', async () => {
    const server = national()
    await showProfile(server, 'maal')
    const [first = '', second = ''] = goalFields()
    const down = screen.getByRole('button', { name: `Flytt ned: ${first}` })
    await userEvent.click(down)
    expect(goalFields().slice(0, 2)).toEqual([second, first])
    expect(stateLine()).toBe(`«${first}» er nå nummer 2 av 5.`)
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Flytt ned: ${first}`)
    await userEvent.click(screen.getByRole('button', { name: `Flytt opp: ${second}` }))
    expect(goalFields()[0], 'the first stays the first').toBe(second)
    const [field] = screen.getAllByLabelText('Navn på målet')
    if (field === undefined) throw new Error('no goal')
    await userEvent.clear(field)
    await userEvent.type(field, 'Ny rekkefølge')
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.stored.profile.goals.map(({ id }) => id).slice(0, 2)).toEqual(['professional-competence', 'digital-practice'])
    expect(server.stored.words['nb']?.goals['professional-competence']).toBe('Ny rekkefølge')
  })

  it('come back where they stood, with their words in every language, when a removal is undone', async () => {
    const server = national()
    await showProfile(server, 'maal')
    const before = goalFields()
    await userEvent.click(screen.getByRole('button', { name: `Ta bort «${before[1] ?? ''}»` }))
    expect(goalFields()).toEqual(before.toSpliced(1, 1))
    expect(stateLine()).toBe(`«${before[1] ?? ''}» er tatt bort.`)
    expect(document.activeElement?.textContent).toBe('Angre')
    await userEvent.keyboard('{Enter}')
    expect(goalFields()).toEqual(before)
    expect(stateLine()).toBe('Angret.')
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.profile).toEqual({ v: 1, shipped: 'nasjonal' })
  })

  it('need a name and something that serves them, said at the field and with the way to it', async () => {
    const server = national()
    await showProfile(server, 'maal')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til et mål' }))
    expect(document.activeElement).toBe(screen.getAllByLabelText('Navn på målet').at(-1))
    await save()
    const summary = await screen.findByRole('region', { name: 'Ikke lagret ennå. Rett dette først:' })
    expect(document.activeElement).toBe(summary)
    expect(server.puts).toEqual([])
    const links = within(summary).getAllByRole('link')
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Skriv et navn på målet, på hovedspråket.',
      'Velg minst én ting som tjener målet.',
    ])
    await userEvent.click(links[0] as HTMLElement)
    const field = screen.getAllByLabelText('Navn på målet').at(-1)
    expect(document.activeElement).toBe(field)
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    await userEvent.keyboard('Alle får tid')
    const groups = screen.getAllByRole('group', { name: 'Områder' })
    await userEvent.click(within(groups.at(-1) as HTMLElement).getByRole('checkbox', { name: 'Kunstig intelligens (KI)' }))
    expect(screen.queryByRole('region', { name: /Ikke lagret ennå/ })).toBeNull()
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.stored.profile.goals.at(-1)).toMatchObject({ dimensions: ['ai'], parts: [] })
  })
})

describe('the steps to aim for', () => {
  it('are set for each role and area, with the day they were decided', async () => {
    const server = new ProfileServer(own())
    await showProfile(server, 'steg')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Fag og lek.*, Pedagoger$/ }), 'På egen hånd')
    await userEvent.click(screen.getByRole('button', { name: 'Sett steg for Etikk' }))
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.stored.profile.targets).toMatchObject({
      decided: '2026-10-01',
      steps: { '1': { practice: 1, teacher: 2, leader: 4, owner: 1 }, '3': { practice: 2, teacher: 3, leader: 3, owner: 2 } },
    })
  })

  it('are either examples or decided on a day', async () => {
    const server = national()
    await showProfile(server, 'steg')
    expect(screen.getByText(/^Eksempel: ingen har vedtatt/)).toBeDefined()
    await userEvent.click(screen.getByRole('radio', { name: 'Ja, de er vedtatt' }))
    await save()
    await screen.findByRole('link', { name: /Skriv datoen for vedtaket/ })
    await userEvent.type(screen.getByLabelText('Dato for vedtaket'), '2026-10-15')
    await save()
    await screen.findByText(/^Lagret/)
    expect(server.stored.profile.targets).toMatchObject({ example: false, decided: '2026-10-15' })
  })

  it('of an area come back when their removal is undone', async () => {
    await showProfile(new ProfileServer(own()), 'steg')
    await userEvent.click(screen.getByRole('button', { name: /^Ta bort stegene for Fag og lek/ }))
    expect(screen.queryByRole('combobox')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Angre' }))
    expect(screen.getAllByRole('combobox')).toHaveLength(4)
    expect(stateLine()).toBe('Angret.')
  })
})
