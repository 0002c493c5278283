// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { Scanner, Sight } from '../../../src/features/contribute/scanning.ts'
import { formatCode } from '../../../src/protocol/code.ts'
import { type Scene, newScene, showScene } from './shown.tsx'

type Watcher = Parameters<Scanner['openCamera']>[1]

/** jsdom lays nothing out, so it has nothing to scroll to. */
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

/** A camera that shows what the test says. */
class Camera implements Scanner {
  opens: Awaited<ReturnType<Scanner['openCamera']>> = 'open'
  picture: readonly string[] | undefined = []
  watcher: Watcher | undefined
  isOn = false
  times = 0

  openCamera: Scanner['openCamera'] = (_video, watcher, until) => {
    this.times += 1
    this.isOn = this.opens === 'open'
    this.watcher = watcher
    until.addEventListener('abort', () => (this.isOn = false))
    return Promise.resolve(this.opens)
  }
  readPhoto: Scanner['readPhoto'] = () => Promise.resolve(this.picture)

  /** One look that sees these codes. */
  see(codes: readonly string[], { after = 1000, light = 'enough' }: Partial<Sight> = {}): void {
    act(() => {
      this.watcher?.onSight({ codes, light, after })
    })
  }
}

function sceneWith(camera: Camera): Scene {
  return Object.assign(newScene({ isInstalled: () => true }), { scanner: camera })
}
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const status = (text: string): HTMLElement | undefined => screen.getAllByRole('status').find(({ textContent }) => textContent === text)
const alerts = (): string[] => screen.getAllByRole('alert').map(({ textContent }) => textContent)
const alerted = (start: string): Promise<void> =>
  waitFor(() => {
    expect(alerts().filter((said) => said.startsWith(start))).toHaveLength(1)
  })
const field = (): HTMLElement => screen.getByRole('textbox')
async function turnedOn(camera: Camera, scene = sceneWith(camera), path = '/bidra'): Promise<Scene> {
  await showScene(scene, path)
  await screen.findByRole('button', { name: 'Skann med kameraet' })
  await press('Skann med kameraet')
  await screen.findByRole('button', { name: 'Slå av kameraet' })
  return scene
}

test('the camera is asked for only when the person presses, and a slip in sight goes where its typed code goes', async () => {
  const camera = new Camera()
  const scene = sceneWith(camera)
  await showScene(scene)
  expect(camera.times).toBe(0)
  await press('Skann med kameraet')
  expect(status('Slår på kameraet. Svar ja hvis nettbrettet spør om lov.')).toBeTruthy()
  camera.see([])
  expect(status('Hold lappen inni ramma, så hele ruta med prikker vises.')).toBeTruthy()
  const slip = scene.server.slip()
  camera.see([slip])
  camera.see([slip])
  const heading = await screen.findByRole('heading', { level: 1, name: 'Du har en lapp' })
  expect(camera.isOn).toBe(false)
  expect(status('Lappen er lest.')).toBeTruthy()
  await waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Hent plassen min' }))
  expect(await screen.findByRole('heading', { name: 'Plassen din er hentet' })).toBeTruthy()
})

test("a round's code leads to the round, where the unit is chosen", async () => {
  const camera = new Camera()
  const scene = await turnedOn(camera)
  const link = `https://peil.example/r#1.${scene.server.document.round}`
  camera.see([link])
  camera.see([link])
  expect(await screen.findByRole('heading', { level: 1, name: 'Høst 2026' })).toBeTruthy()
})

/** A camera on the page of a round, whose link the person has opened. */
async function onRound(camera: Camera): Promise<Scene> {
  const scene = sceneWith(camera)
  await turnedOn(camera, scene, `/r#1.${scene.server.document.round}`)
  expect(screen.getByRole('heading', { level: 1, name: 'Høst 2026' })).toBeTruthy()
  return scene
}

test('where the round is open already, a slip is scanned too, and no unit has to be chosen', async () => {
  const camera = new Camera()
  const { server } = await onRound(camera)
  expect(screen.getByRole('combobox', { name: 'Enhet' })).toBeTruthy()
  const slip = server.slip()
  camera.see([slip])
  camera.see([slip])
  const heading = await screen.findByRole('heading', { level: 1, name: 'Du har en lapp' })
  expect(camera.isOn).toBe(false)
  await waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Hent plassen min' }))
  expect(await screen.findByRole('heading', { name: 'Plassen din er hentet' })).toBeTruthy()
})

test('there the code of the round itself says nothing new: the person is told, and the camera keeps looking', async () => {
  const camera = new Camera()
  const { server } = await onRound(camera)
  const poster = `https://peil.example/r#1.${server.document.round}`
  camera.see([poster])
  camera.see([poster])
  expect(status('Dette er koden til runden du alt har åpnet. Vis lappen du har trukket.')).toBeTruthy()
  expect(camera.isOn).toBe(true)
  camera.picture = [poster]
  await userEvent.upload(screen.getByLabelText('Velg et bilde'), new File(['picture'], 'plakat.png', { type: 'image/png' }))
  await alerted('Dette er koden til runden du alt har åpnet.')
  expect(screen.getByRole('heading', { level: 1, name: 'Høst 2026' })).toBeTruthy()
})

test('who brought a code is not asked to scan it', async () => {
  const camera = new Camera()
  const scene = sceneWith(camera)
  scene.server.slip()
  await scene.simulated.contributing.readRound(scene.server.document.round)
  await showScene(scene)
  await userEvent.type(field(), formatCode(scene.server.codes[0] ?? ''))
  await press('Gå videre')
  expect(await screen.findByRole('combobox', { name: 'Enhet' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Skann med kameraet' })).toBeNull()
})

test('a code that is no slip is said so, and the camera keeps looking', async () => {
  const camera = new Camera()
  const scene = await turnedOn(camera)
  camera.see(['https://kommune.example/meny'])
  expect(status('Dette er en annen kode, ikke en lapp fra Peil. Vis lappen du har trukket.')).toBeTruthy()
  camera.see([], { after: 2000 })
  expect(status('Dette er en annen kode, ikke en lapp fra Peil. Vis lappen du har trukket.')).toBeTruthy()
  camera.see([], { after: 7000 })
  expect(status('Hold lappen inni ramma, så hele ruta med prikker vises.')).toBeTruthy()
  expect(camera.isOn).toBe(true)
  const slip = scene.server.slip()
  camera.see(['https://kommune.example/meny', slip])
  camera.see([slip])
  expect(await screen.findByRole('heading', { name: 'Du har en lapp' })).toBeTruthy()
})

test("another server's slip is named and not taken; nor is one of a newer Peil", async () => {
  const camera = new Camera()
  const scene = await turnedOn(camera)
  const slip = scene.server.slip()
  const elsewhere = slip.replace('https://peil.example', 'https://peil.nabo.example')
  for (let look = 0; look < 3; look += 1) camera.see([elsewhere])
  expect(status('Lappen hører til https://peil.nabo.example. Åpne Peil der.')).toBeTruthy()
  for (let look = 0; look < 3; look += 1) camera.see([slip.replace('#1.', '#2.')])
  expect(status('Lappen er laget for en nyere Peil. Last siden på nytt når du har nett.')).toBeTruthy()
  expect(camera.isOn).toBe(true)
})

test('of slips that lie side by side none is taken, even if one look misses all but one', async () => {
  const camera = new Camera()
  const scene = await turnedOn(camera)
  const [one, other] = [scene.server.slip(), scene.server.slip()]
  expect(one).not.toBe(other)
  camera.see([one])
  camera.see([one, other])
  expect(status('Her er det flere lapper. Vis bare den du har trukket.')).toBeTruthy()
  camera.see([one])
  camera.see([other])
  expect(screen.queryByRole('heading', { name: 'Du har en lapp' })).toBeNull()
  camera.see([other])
  expect(await screen.findByRole('heading', { name: 'Du har en lapp' })).toBeTruthy()
})

test.each([
  ['nothing is found for a while', { after: 13_000 }, /^Ingen kode funnet ennå\..*Du kan også skrive koden\.$/],
  ['it is dark', { after: 5000, light: 'dark' }, /^Her er det mørkt\..*Du kan også skrive koden\.$/],
  ['there is no picture', { after: 4000, light: 'none' }, /^Kameraet viser ikke noe bilde\..*skriv koden\.$/],
] as const)('when %s, the person is helped on', async (_what, sight, text) => {
  const camera = new Camera()
  await turnedOn(camera)
  camera.see([], { ...sight, after: 500 })
  expect(status('Hold lappen inni ramma, så hele ruta med prikker vises.')).toBeTruthy()
  camera.see([], sight)
  expect(screen.getAllByRole('status').some(({ textContent }) => text.test(textContent))).toBe(true)
  expect(camera.isOn).toBe(true)
})

test.each([
  ['not-allowed', 'Peil har ikke fått lov til å bruke kameraet.'],
  ['no-camera', 'Vi finner ikke noe kamera her.'],
  ['busy', 'Kameraet er opptatt.'],
  ['unsupported', 'Kameraet kan ikke brukes her.'],
] as const)('%s: said in plain words, and the code can be typed as before', async (refusal, text) => {
  const camera = new Camera()
  camera.opens = refusal
  const scene = sceneWith(camera)
  await showScene(scene)
  await press('Skann med kameraet')
  await alerted(text)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Skann med kameraet' }))
  await userEvent.click(field())
  await userEvent.paste(scene.server.slip())
  await press('Gå videre')
  expect(await screen.findByRole('heading', { name: 'Du har en lapp' })).toBeTruthy()
})

test.each([
  ['hidden', 'Kameraet ble slått av da du forlot Peil.'],
  ['taken', 'Kameraet ble slått av. Kanskje trengte en annen app det.'],
  ['unsupported', 'Kameraet kan ikke brukes her.'],
] as const)('a camera that went off by itself (%s) can be turned on again', async (loss, text) => {
  const camera = new Camera()
  await turnedOn(camera)
  act(() => {
    camera.watcher?.onLost(loss)
  })
  await alerted(text)
  await press('Skann med kameraet')
  expect(camera.times).toBe(2)
  expect(alerts().filter((said) => said !== '')).toEqual([])
})

test('the camera goes off when the person turns it off, asks for a picture, types a code or leaves', async () => {
  const camera = new Camera()
  const scene = await turnedOn(camera)
  await press('Slå av kameraet')
  expect(camera.isOn).toBe(false)
  await press('Skann med kameraet')
  await userEvent.click(screen.getByLabelText('Velg et bilde'))
  expect(camera.isOn).toBe(false)
  await press('Skann med kameraet')
  expect(camera.isOn).toBe(true)
  await userEvent.click(field())
  await userEvent.paste(scene.server.slip())
  await press('Gå videre')
  await screen.findByRole('heading', { name: 'Du har en lapp' })
  expect(camera.isOn).toBe(false)
})

test('the camera goes off when its place is folded away', async () => {
  const camera = new Camera()
  const scene = sceneWith(camera)
  await scene.simulated.join(scene.server.slip())
  await showScene(scene)
  await userEvent.click(screen.getByText('Har du en lapp til?'))
  await press('Skann med kameraet')
  expect(camera.isOn).toBe(true)
  await userEvent.click(screen.getByText('Har du en lapp til?'))
  await waitFor(() => {
    expect(camera.isOn).toBe(false)
  })
})

const photo = new File(['…'], 'lapp.jpg', { type: 'image/jpeg' })

test('a slip in a picture goes the same way', async () => {
  const camera = new Camera()
  const scene = sceneWith(camera)
  camera.picture = [scene.server.slip()]
  await showScene(scene)
  await userEvent.upload(screen.getByLabelText('Velg et bilde'), photo)
  expect(await screen.findByRole('heading', { name: 'Du har en lapp' })).toBeTruthy()
  expect(status('Lappen er lest.')).toBeTruthy()
})

test.each([
  ['no code', () => [], 'Vi fant ingen kode i bildet.'],
  ['another code', () => ['tlf:12345678'], 'Dette er en annen kode, ikke en lapp fra Peil.'],
  ['several slips', (slip: () => string) => [slip(), slip()], 'Her er det flere lapper.'],
  ["another server's slip", (slip: () => string) => [slip().replace('peil.', 'nabo.')], 'Lappen hører til https://nabo.example.'],
  ['nothing that is a picture', () => undefined, 'Dette er ikke et bilde vi kan lese.'],
] as const)('a picture with %s is said so', async (_what, shows, text) => {
  const camera = new Camera()
  const scene = sceneWith(camera)
  camera.picture = shows(() => scene.server.slip())
  await showScene(scene)
  await userEvent.upload(screen.getByLabelText('Velg et bilde'), photo)
  await alerted(text)
  expect(field()).toBeTruthy()
})

test('a picture whose reader does not start says so', async () => {
  const camera = new Camera()
  camera.readPhoto = () => Promise.reject(new Error('no worker'))
  await showScene(sceneWith(camera))
  await userEvent.upload(screen.getByLabelText('Velg et bilde'), photo)
  await alerted('Kameraet kan ikke brukes her.')
})
