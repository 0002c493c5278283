// @vitest-environment jsdom
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ok } from '../../../src/domain/result.ts'
import type { HandOver } from '../../../src/features/my-data/backup/ready.tsx'
import { MyDataPage } from '../../../src/features/my-data/page.tsx'
import type { Device } from '../../../src/storage/device.ts'
import { makeBackup } from '../../../src/storage/make-backup.ts'
import { openBackup, readBackupFile } from '../../../src/storage/open-backup.ts'
import { everythingIn, fill, finished, madeAt, passphrase, underWay } from '../../support/backup.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

// Deriving a key takes its time, the more so on a busy machine.
configure({ asyncUtilTimeout: 15_000 })

const person = userEvent.setup({ delay: null, applyAccept: false })
const press = (name: string | RegExp) => person.click(screen.getByRole('button', { name }))

async function show(device: Device, parts: { handOver?: HandOver; language?: string } = {}) {
  const changeScheme = vi.fn(() => Promise.resolve(ok(undefined)))
  const handOver = parts.handOver ?? (() => Promise.resolve('handed' as const))
  await showPage(
    <MyDataPage device={device} scheme="auto" changeScheme={changeScheme} handOver={handOver} onErased={() => undefined} />,
    '/mine-data',
    parts.language,
  )
  return { changeScheme }
}

async function filled(parts: Partial<Device> = {}): Promise<Device> {
  const device = pageDevice(parts)
  await fill(device.database)
  return device
}

async function makeCopy(): Promise<void> {
  await press('Ta en sikkerhetskopi')
  await person.type(screen.getByLabelText('Passfrase'), passphrase)
  await person.type(screen.getByLabelText('Skriv passfrasen en gang til'), passphrase)
  await press('Lag kopien')
  await screen.findByRole('heading', { name: 'Kopien er klar' })
}

describe('making a backup', () => {
  test('a passphrase that is too short, or not the same twice, is said at its field and makes no file', async () => {
    await show(await filled())
    await press('Ta en sikkerhetskopi')
    await person.type(screen.getByLabelText('Passfrase'), 'elleve tegn')
    await press('Lag kopien')
    expect(screen.getByRole('alert').textContent).toContain('minst 12 tegn')
    await person.type(screen.getByLabelText('Passfrase'), ' og flere')
    expect(screen.queryByRole('alert'), 'typing on takes it back').toBeNull()
    await person.type(screen.getByLabelText('Skriv passfrasen en gang til'), 'noe annet')
    await press('Lag kopien')
    expect(screen.getByRole('alert').textContent).toContain('De to er ikke like')
    expect(screen.queryByRole('heading', { name: 'Kopien er klar' })).toBeNull()
  })

  test('six words are offered, shown, and need not be typed again', async () => {
    const handOver = vi.fn<HandOver>(() => Promise.resolve('handed'))
    await show(await filled(), { handOver })
    await press('Ta en sikkerhetskopi')
    await press('Foreslå seks ord')
    await screen.findByText(/^Seks tilfeldige ord/)
    const field = screen.getByLabelText<HTMLInputElement>('Passfrase')
    expect(field.type).toBe('text')
    expect(field.value.split(' ')).toHaveLength(6)
    expect(screen.queryByLabelText('Skriv passfrasen en gang til')).toBeNull()
    await press('Lag kopien')
    await screen.findByRole('heading', { name: 'Kopien er klar' })
    await press('Lagre filen')
    const [[file] = []] = handOver.mock.calls
    const read = file && (await readBackupFile(file))
    const opened = read?.ok === true && (await openBackup(read.value, field.value))
    expect(opened).toMatchObject({ ok: true, value: { assessments: [{ id: 'a1' }, { id: 'a2' }] } })
    expect(opened).not.toHaveProperty('value.participations')
  })

  test('places come along only when they are ticked, with the reason beside it', async () => {
    const handOver = vi.fn<HandOver>(() => Promise.resolve('handed'))
    await show(await filled(), { handOver })
    await press('Ta en sikkerhetskopi')
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Plassene fra lapper' })
    expect(box.checked).toBe(false)
    expect(screen.getByText(/den som får tak i både filen og passfrasen/).id).toBe(box.getAttribute('aria-describedby'))
    await person.click(box)
    await person.type(screen.getByLabelText('Passfrase'), passphrase)
    await person.type(screen.getByLabelText('Skriv passfrasen en gang til'), passphrase)
    await press('Lag kopien')
    await screen.findByRole('heading', { name: 'Kopien er klar' })
    await press('Lagre filen')
    const [[file] = []] = handOver.mock.calls
    expect(file?.name).toBe('peil-backup-2026-11-21.json')
    const read = file && (await readBackupFile(file))
    expect(read?.ok === true && (await openBackup(read.value, passphrase))).toHaveProperty('value.participations.length', 4)
  })

  test('nothing is asked about places where there are none', async () => {
    await show(pageDevice())
    await press('Ta en sikkerhetskopi')
    await screen.findByLabelText('Passfrase')
    expect(screen.queryByText('Plassene fra lapper')).toBeNull()
  })

  test.each([
    ['handed', false, /^Filen er gitt videre/, 0],
    ['turned-back', false, /^Filen er ikke lagret\. Kopien er klar/, 0],
    ['none', true, /^Nettleseren lagrer filen/, 1],
    ['failed', false, /^Nettleseren lagrer filen/, 1],
    ['failed', true, /^Enheten tok ikke imot filen/, 0],
  ] as const)('a file that was %s (installed: %s) is told of: %s', async (became, installed, said, downloads) => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
    await show(await filled({ isInstalled: () => installed }), { handOver: () => Promise.resolve(became) })
    await makeCopy()
    await press('Lagre filen')
    expect(await screen.findByText(said)).toBeTruthy()
    expect(click).toHaveBeenCalledTimes(downloads)
    expect(screen.getByRole('button', { name: 'Lagre filen' }), 'it can be tried again').toBeTruthy()
  })

  test('a device that cannot be read, and a page that cannot lock, say so', async () => {
    const device = await filled()
    await show(device)
    await press('Ta en sikkerhetskopi')
    await person.type(screen.getByLabelText('Passfrase'), passphrase)
    await person.type(screen.getByLabelText('Skriv passfrasen en gang til'), passphrase)
    vi.spyOn(device.database, 'transaction').mockRejectedValueOnce(new Dexie.DatabaseClosedError('closed'))
    await press('Lag kopien')
    expect((await screen.findByRole('alert')).textContent).toContain('Peil fikk ikke lest det som ligger her')
    vi.stubGlobal('crypto', {})
    await press('Lag kopien')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('begynner med https'))
  })
})

async function copyOf(device: Device, withPlaces = false): Promise<File> {
  const made = await makeBackup(device.database, passphrase, { now: madeAt, withPlaces })
  if (!made.ok) throw new Error(made.error.kind)
  return new File([made.value.bytes], 'peil-backup-2026-11-22.json')
}

async function choose(file: File): Promise<void> {
  if (screen.queryByLabelText('Velg fil') === null) await press('Hent inn en sikkerhetskopi')
  await person.upload(screen.getByLabelText('Velg fil'), file)
}

async function open(file: File, typed = passphrase): Promise<void> {
  await choose(file)
  await person.type(await screen.findByLabelText('Passfrase'), typed)
  await press('Åpne filen')
}

/** The lines of what will happen. */
function lines(): readonly string[] {
  const review = screen.getByRole('heading', { name: 'Dette skjer når du henter inn kopien' }).parentElement
  if (review === null) throw new Error('no review')
  return within(review)
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`)
}

describe('bringing a backup in', () => {
  test('a new device is told what comes, takes it in when it says so, and speaks the language of the old one', async () => {
    const file = await copyOf(await filled(), true)
    const fetchPacks = vi.fn(() => Promise.resolve())
    const device = pageDevice({ fetchPacks })
    const { changeScheme } = await show(device)
    await open(file)
    await screen.findByText('Kopien er fra 22. november 2026. Ingenting på denne enheten blir slettet.')
    expect(lines()).toEqual([
      'Nye kartlegginger: 2',
      'Nye mål: 1',
      'Nye plasser fra lapper: 4',
      'Innstillinger som følger med: språk, lyst eller mørkt',
    ])
    expect((await everythingIn(device.database))['assessments'], 'looking writes nothing').toEqual([])
    await press('Hent inn')
    expect(await screen.findByRole('heading', { name: 'Kopian är inhämtad' })).toBeTruthy()
    expect(changeScheme).toHaveBeenCalledWith('dark')
    expect(fetchPacks).toHaveBeenCalledOnce()
    expect((await everythingIn(device.database))['assessments']).toEqual([finished, underWay])
  })

  test('what is here already, newer here, or in the way is said before anything happens', async () => {
    const file = await copyOf(await filled())
    const device = pageDevice()
    const answers = { 'skole.1.a': { answer: { kind: 'step', step: 0 }, version: 1 } } as const
    await device.database.assessments.bulkPut([
      { ...finished, changedAt: '2026-11-01T08:00:00.000Z', notes: { 'skole.1.b': 'mer' } },
      { ...underWay, changedAt: '2026-11-01T08:00:00.000Z', answers },
      { ...underWay, id: 'another' },
    ])
    await device.database.settings.bulkPut([
      { key: 'language', value: 'nb' },
      { key: 'colorScheme', value: 'light' },
    ])
    await show(device)
    await open(file)
    await screen.findByText(/^Ett svar her er eldre enn i kopien/)
    expect(lines()).toEqual([
      'Kartlegginger som er nyere i kopien, og blir oppdatert: 1',
      'Kartlegginger som er endret begge steder, og blir slått sammen: 1',
      'Nye mål: 1',
    ])
  })

  test('a copy of what is here already offers nothing to do', async () => {
    const device = await filled()
    await show(device)
    await open(await copyOf(device))
    expect(await screen.findByText('Alt i kopien ligger her fra før. Ingenting blir endret.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Hent inn' })).toBeNull()
  })

  test('a wrong passphrase can be typed again, and nothing is claimed that nobody can know', async () => {
    const device = pageDevice()
    await show(device)
    await open(await copyOf(await filled()), 'noe helt annet her')
    expect((await screen.findByRole('alert')).textContent).toContain('Peil kan ikke se hvilken av delene det er')
    await person.clear(screen.getByLabelText('Passfrase'))
    await press('Åpne filen')
    expect(screen.getByRole('alert').textContent).toContain('Skriv passfrasen du valgte')
    await person.type(screen.getByLabelText('Passfrase'), passphrase)
    await press('Åpne filen')
    expect(await screen.findByRole('heading', { name: 'Dette skjer når du henter inn kopien' })).toBeTruthy()
  })

  test('when there is no room nothing is changed, and that is said', async () => {
    const file = await copyOf(await filled())
    const device = pageDevice()
    await show(device)
    await open(file)
    await screen.findByRole('button', { name: 'Hent inn' })
    const table = device.database.table('plans')
    vi.spyOn(Object.getPrototypeOf(table) as typeof table, 'put').mockRejectedValue(new Dexie.QuotaExceededError('full'))
    await press('Hent inn')
    expect((await screen.findByRole('alert')).textContent).toContain('Det er ikke plass til kopien på denne enheten. Ingenting er endret.')
    expect(await everythingIn(device.database)).toEqual({ assessments: [], plans: [], participations: [], settings: [] })
  })

  const refusedFiles: readonly (readonly [string, string, RegExp])[] = [
    ['empty', '', /^Filen er tom/],
    ['a photo', '\u00FF\u00D8\u00FFJFIF', /^Dette er ikke en sikkerhetskopi/],
    ['a table', 'dimensjon;steg\r\n', /^Dette er ikke en sikkerhetskopi/],
    ['a result', '{"peil":"result","v":1}', /^Dette er en annen fil fra Peil/],
    ['a profile', '{"peil":"profile","v":1}', /^Dette er en annen fil fra Peil/],
    ['cut short', '{"peil":"backup","v":1,"key"', /^Filen er ikke hel/],
    ['from the future', '{"peil":"backup","v":2}', /^Denne filen er fra en nyere utgave av Peil/],
    ['altered', '{"peil":"backup","v":1}', /^Noe i filen er endret/],
    ['huge', 'x'.repeat(16 * 1024 * 1024 + 1), /^Filen er for stor/],
  ]

  test.each(refusedFiles)('a file that is %s is refused in plain words', async (_name, text, said) => {
    await show(pageDevice())
    await choose(new File([text], 'fil.json'))
    expect((await screen.findByRole('alert')).textContent).toMatch(said)
    expect(screen.queryByLabelText('Passfrase')).toBeNull()
  })

  test.each(['nb', 'nn', 'sv', 'en'])('every refusal has words of its own in %s', async (language) => {
    await show(pageDevice(), { language })
    const words = (await import(`../../../locales/${language}/backup.json`)) as { takeIn: { refused: Record<string, string> } }
    const said = Object.values(words.takeIn.refused)
    expect(said).toHaveLength(14)
    expect(new Set(said).size).toBe(said.length)
  })
})

test('the heading of each step has the focus, and closing gives it back', async () => {
  await show(await filled())
  await press('Hent inn en sikkerhetskopi')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Hent inn en sikkerhetskopi' }))
  await press('Ikke nå')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sikkerhetskopi' }))
  await makeCopy()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Kopien er klar' }))
})
