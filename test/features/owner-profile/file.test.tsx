// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { type ProfileFile, profileBytes, profileFile } from '../../../src/protocol/profile.ts'
import { ownProfile } from '../../support/profile.ts'
import { ProfileServer, own, showProfile, stateLine } from './given.tsx'

const national = () => new ProfileServer({ v: 1, shipped: 'nasjonal' })

function fileOf(content: string | ProfileFile, name = 'profil.json'): File {
  return new File([typeof content === 'string' ? content : JSON.stringify(content)], name, { type: 'application/json' })
}

async function choose(file: File): Promise<void> {
  await userEvent.upload(screen.getByLabelText('Velg en fil'), file)
}

describe('taken out', () => {
  it('the profile is one file with what is on the page, saved or not, which can be taken in again', async () => {
    const files: File[] = []
    const shareFile = (file: File): Promise<boolean> => Promise.resolve(files.push(file) > 0)
    await showProfile(new ProfileServer(own()), '', { shareFile })
    await userEvent.type(screen.getByLabelText('Navn på profilen'), ' 2')
    await userEvent.click(screen.getByRole('link', { name: 'Fil' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Lagre som fil' }))
    expect(files.map(({ name, type }) => [name, type])).toEqual([['peil-profil-fjordvik-kommune.json', 'application/json']])
    const read = profileFile.parse(JSON.parse((await files[0]?.text()) ?? ''))
    expect(read.words['nb']?.name).toBe('Fjordvik: felles praksis 2')
    expect(read.profile).toEqual(ownProfile().profile)
  })

  it('it is no file while something is to be put right', async () => {
    const files: File[] = []
    await showProfile(new ProfileServer(own()), '', { shareFile: (file) => Promise.resolve(files.push(file) > 0) })
    await userEvent.clear(screen.getByLabelText('Dokumentets tittel'))
    await userEvent.click(screen.getByRole('link', { name: 'Fil' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Lagre som fil' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Noe må rettes før profilen kan bli en fil.')
    expect(files).toEqual([])
  })
})

describe('taken in', () => {
  it('a file says what it changes, is taken without being saved, and can be given back', async () => {
    const server = national()
    await showProfile(server, 'fil')
    await choose(fileOf(ownProfile()))
    const heading = await screen.findByRole('heading', { name: /^Filen «profil\.json» endrer \d+ ting$/ })
    expect(document.activeElement).toBe(heading)
    const goals = screen.getByRole('rowheader', { name: 'Mål' }).closest('tr')?.textContent
    expect(goals).toContain('1. Barns og elevers digitale kompetanse')
    expect(goals).toContain('1. Felles praksis i alle enheter')
    expect(stateLine()).toBe('Alt er lagret.')
    await userEvent.click(screen.getByRole('button', { name: 'Bruk denne' }))
    expect(server.puts).toEqual([])
    expect(stateLine()).toBe('Profilen fra filen står her nå. Se over den, og trykk Lagre.')
    await userEvent.click(screen.getByRole('button', { name: 'Angre' }))
    await choose(fileOf(ownProfile()))
    await userEvent.click(await screen.findByRole('button', { name: 'Bruk denne' }))
    await userEvent.click(screen.getByRole('button', { name: 'Lagre' }))
    await screen.findByText(/^Lagret\./)
    expect(server.stored).toEqual(ownProfile())
  })

  it('a file that says the same changes nothing', async () => {
    await showProfile(new ProfileServer(own()), 'fil')
    await choose(fileOf(ownProfile()))
    expect(await screen.findByText('Filen «profil.json» sier det samme som profilen her. Det er ingenting å endre.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Bruk denne' })).toBeNull()
  })

  const whole = JSON.stringify(ownProfile())
  it.each([
    ['something else than data', 'Referat fra møtet', 'Dette er ikke en profilfil.'],
    ['a file that was cut off', whole.slice(0, 700), 'Filen er ikke hel.'],
    ['another file of Peil', JSON.stringify({ peil: 'result', v: 1 }), 'Denne filen hører til noe annet enn en profil.'],
    ['a newer profile', whole.replace('"v":1', '"v":2'), 'Filen er laget med et nyere Peil enn dette.'],
    ['a profile with a wrong value', whole.replace('"validTo":2030', '"validTo":"2030"'), 'Feilen står her: profile.validTo.'],
    ['a profile with a field of no profile', whole.replace('"v":1', '"v":1,"who":"Kari"'), 'Noe i filen har feil form'],
    [
      'a profile that does not hold together',
      whole.replace('"dimensions":["1","3"],"parts":[]', '"dimensions":[],"parts":[]'),
      'Et mål er ikke tjent av noe: shared-practice.',
    ],
    ['a file that is too large', `${whole}${' '.repeat(profileBytes)}`, 'Filen er for stor til å være en profil.'],
  ])('%s is refused in plain words, and nothing changes', async (_what, content, text) => {
    const server = new ProfileServer(own())
    await showProfile(server, 'fil')
    await choose(fileOf(content))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain(text)
    expect(alert.textContent).toContain('Ingenting er endret.')
    expect(stateLine()).toBe('Alt er lagret.')
    expect(server.puts).toEqual([])
  })
})

it('another of Peil’s profiles can be begun from, and is then used just as it is', async () => {
  const server = national()
  await showProfile(server, 'fil')
  await userEvent.selectOptions(screen.getByLabelText('Profil'), 'Ringsaker: seks innsatsområder')
  await userEvent.click(screen.getByRole('button', { name: 'Se hva den endrer' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Bruk denne' }))
  await userEvent.click(screen.getByRole('button', { name: 'Lagre' }))
  await screen.findByText(/^Lagret\./)
  expect(server.profile).toEqual({ v: 1, shipped: 'ringsaker' })
})
