// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type Assessment, type GivenAnswer, finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import type { KeptPack } from '../../../src/domain/instrument/own-pack.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { MyPlanPage } from '../../../src/features/my-plan/page.tsx'
import { ResultPage } from '../../../src/features/result/page.tsx'
import { StartPage } from '../../../src/features/start/page.tsx'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { ownPacksIn } from '../../../src/storage/own-packs.ts'
import { keptPack } from '../../support/own-pack.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

function answered(pack: KeptPack): Assessment {
  const now = '2026-11-20T10:00:00.000Z'
  const instrument = instrumentFor({ sector: 'barnehage', modules: [] }, [pack])
  const given = itemsOf(instrument).map((item): [string, GivenAnswer] => [
    item.id,
    { answer: { kind: 'step', step: 2 }, version: item.version },
  ])
  const began = startAssessment(instrument, { tier: 'teacher', modules: [] }, { id: 'own', now })
  return { ...finishAssessment(began, now), answers: Object.fromEntries(given) }
}

async function deviceWith(pack: KeptPack, change: (assessment: Assessment) => Assessment = (same) => same): Promise<Device> {
  const device = pageDevice()
  await device.database.assessments.add(change(answered(pack)))
  await ownPacksIn(device.database).put(pack)
  return device
}

test('the result is worded by the own pack, and says whose it is and that nobody has validated it', async () => {
  const device = await deviceWith(await keptPack())
  await showPage(<ResultPage device={device} />, '/resultat')
  const made = within(await screen.findByRole('region', { name: 'Egne spørsmål' }))
  expect(made.getByText('fjordvik-sett, utgave 2026.1')).toBeTruthy()
  expect(made.getByText(/ikke laget av Peil\. De er heller ikke validert/)).toBeTruthy()
  expect(screen.getByText('«Jeg klarer oppgaven på egen hånd.»')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /^To små fortellinger/ }), 'the pack has no stories').toBeNull()
})

test('without the questions there is plain text instead of ids, and they come back', async () => {
  const pack = await keptPack()
  const device = await deviceWith(pack)
  await ownPacksIn(device.database).clear()
  const fetching = {
    ...device,
    fetchPacks: async () => {
      await ownPacksIn(device.database).put(pack)
    },
  }
  await showPage(<ResultPage device={fetching} />, '/resultat')
  await screen.findByRole('heading', { level: 1, name: 'Spørsmålene er ikke her ennå' })
  expect(document.body.textContent).not.toContain('fjordvik-sett')
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByRole('region', { name: 'Egne spørsmål' })
})

test('in a language that the pack lacks, the result says which one it speaks', async () => {
  const device = await deviceWith(await keptPack())
  await showPage(<ResultPage device={device} />, '/resultat', 'en')
  expect(screen.queryByText(/not available in your language/)).toBeNull()
  const { sha256, document: whole } = await keptPack('barnehage', 'annet-sett')
  const { en: _en, ...words } = whole.words
  const other = await deviceWith({ sha256, document: { ...whole, words } })
  await showPage(<ResultPage device={other} />, '/resultat', 'en')
  expect(await screen.findByText('The questions are not available in your language. They are in Norwegian Bokmål.')).toBeTruthy()
})

test('the plan suggests the next steps of the own pack, and works without it', async () => {
  const device = await deviceWith(await keptPack())
  await showPage(<MyPlanPage device={device} />, '/plan')
  expect((await screen.findAllByText(/velger måten selv/i)).length).toBeGreaterThan(0)
  await ownPacksIn(device.database).clear()
  await showPage(<MyPlanPage device={device} />, '/plan')
  expect((await screen.findAllByRole('heading', { level: 1 })).length).toBe(2)
  expect(document.body.textContent).not.toContain('fjordvik-sett')
})

test('the start page goes on with an own pack, and leads to the reason where it is not here', async () => {
  const underWay = ({ finishedAt: _finished, ...open }: Assessment): Assessment => ({ ...open, answers: {} })
  const device = await deviceWith(await keptPack(), underWay)
  await showPage(<StartPage device={device} />)
  expect(await screen.findByText('0 av 14 spørsmål er besvart.')).toBeTruthy()
  const without = await deviceWith(await keptPack(), underWay)
  await ownPacksIn(without.database).clear()
  const { container } = await showPage(<StartPage device={without} />)
  expect((await within(container).findByRole('link', { name: 'Fortsett' })).getAttribute('href')).toBe('/kartlegging')
})
