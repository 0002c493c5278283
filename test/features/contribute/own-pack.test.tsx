// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { type Assessment, type GivenAnswer, finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { type KeptPack, versionNaming } from '../../../src/domain/instrument/own-pack.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import { ownPacksIn } from '../../../src/storage/own-packs.ts'
import { keptPack } from '../../support/own-pack.ts'
import { type Scene, finished, newScene, showScene } from './shown.tsx'

let scene: Scene
let pack: KeptPack
let id: string

/** Joined in a round that asks the own pack. */
beforeEach(async () => {
  pack = await keptPack()
  scene = newScene()
  const { document } = scene.server
  const version = versionNaming('2026.1', [{ id: pack.document.pack.id, sha256: pack.sha256 }])
  scene.server.document = { ...document, units: document.units.map((unit) => ({ ...unit, instrument: { id: 'barnehage', version } })) }
  id = await scene.simulated.join(scene.server.slip())
  await ownPacksIn(scene.device.database).put(pack)
})

/** Step 3 everywhere. */
function answeredOwn(): Assessment {
  const now = '2026-11-20T10:00:00.000Z'
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] }, [pack])
  const given = itemsOf(instrument).map((item): [string, GivenAnswer] => [
    item.id,
    { answer: { kind: 'step', step: 3 }, version: item.version },
  ])
  const began = startAssessment(instrument, { tier: 'teacher', modules: ['privacy'] }, { id: 'own', now })
  return { ...finishAssessment(began, now), answers: Object.fromEntries(given) }
}

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name })

test('answers to the round’s own questions are what is offered, also where other answers are newer', async () => {
  await scene.device.database.assessments.bulkAdd([answeredOwn(), { ...finished(), startedAt: '2026-11-21T08:00:00.000Z' }])
  await showScene(scene)
  await heading('Vil du bidra til runden?')
  await userEvent.click(screen.getByRole('button', { name: 'Bidra' }))
  await heading('Venter litt før det sendes')
  await userEvent.click(screen.getByRole('button', { name: 'Send nå' }))
  await heading('Sendt')
  expect(scene.server.votes).toEqual(['333'])
})

test('answers to other questions are never offered: the round’s own are', async () => {
  await scene.device.database.assessments.add(finished())
  await showScene(scene)
  await heading('Runden spør om noe annet')
  expect(screen.queryByRole('button', { name: 'Bidra' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Svar på spørsmålene i runden' }).getAttribute('href')).toBe(
    `/kartlegging/ny?sector=barnehage&role=teacher&plass=${id}`,
  )
  expect(document.body.textContent).not.toContain('fjordvik-sett')
})

test('somebody who is in the middle of other questions is told now, and not at the end', async () => {
  const { finishedAt: _finished, ...open } = finished()
  await scene.device.database.assessments.add(open)
  await showScene(scene)
  await heading('Runden spør om noe annet')
})

test('somebody who is in the middle of the round’s questions goes on', async () => {
  const { finishedAt: _finished, ...open } = { ...answeredOwn(), startedAt: '2026-11-21T08:00:00.000Z' }
  await scene.device.database.assessments.bulkAdd([finished(), open])
  await showScene(scene)
  await heading('Plassen din er hentet')
  expect(screen.queryByText('Runden spør om noe annet')).toBeNull()
  expect(screen.getByRole('link', { name: 'Fortsett kartleggingen' }).getAttribute('href')).toBe('/kartlegging')
})

test('without the questions nothing is offered, and they can be fetched again', async () => {
  const { device } = scene
  await device.database.assessments.add(answeredOwn())
  await ownPacksIn(device.database).clear()
  scene = {
    ...scene,
    device: {
      ...device,
      fetchPacks: async () => {
        await ownPacksIn(device.database).put(pack)
      },
    },
  }
  await showScene(scene)
  await heading('Spørsmålene er ikke her ennå')
  expect(document.body.textContent).not.toContain('fjordvik-sett')
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await heading('Vil du bidra til runden?')
})

test('a round with Peil’s questions does not take answers to others either', async () => {
  scene = newScene()
  await scene.simulated.join(scene.server.slip())
  await ownPacksIn(scene.device.database).put(pack)
  await scene.device.database.assessments.add(answeredOwn())
  await showScene(scene)
  await heading('Runden spør om noe annet')
})
