import { configure, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { type Assessment, type GivenAnswer, finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { type Tier, itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { ContributePage } from '../../../src/features/contribute/page.tsx'
import type { Scanner } from '../../../src/features/contribute/scanning.ts'
import { SlipPage } from '../../../src/features/contribute/slip-page.tsx'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { type SimulatedDevice, createDevice } from '../../support/device.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { RoundServer } from '../../sync/round-server.ts'

/** Blinding takes its time where tests share a processor. */
configure({ asyncUtilTimeout: 10_000 })

const at = '2026-11-20T09:00:00.000Z'

/** Step 2 everywhere in area 1, step 1 in area 2, nothing else. */
export function finished(tier: Tier = 'teacher'): Assessment {
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
  const given = itemsOf(instrument)
    .slice(0, 6)
    .map(({ id, version }, index): [string, GivenAnswer] => [id, { answer: { kind: 'step', step: index < 3 ? 2 : 1 }, version }])
  const started = startAssessment(instrument, { tier, modules: ['privacy'] }, { id: 'finished', now: at })
  return finishAssessment({ ...started, answers: Object.fromEntries(given) }, at)
}

export type Scene = {
  readonly server: RoundServer
  readonly device: Device
  readonly simulated: SimulatedDevice
  readonly copied: string[]
  scanner: Scanner
}

/** A device without a camera and without pictures. */
const blind: Scanner = { openCamera: () => Promise.resolve('no-camera'), readPhoto: () => Promise.resolve(undefined) }

export function newScene(parts: Partial<Device> = {}): Scene {
  const server = new RoundServer()
  const device = pageDevice({ origin: 'https://peil.example', ...parts })
  const simulated = createDevice(server.exchange, { database: device.database, now: device.now, random: () => 0.5 })
  return { server, device, simulated, copied: [], scanner: blind }
}

function Fragment(): ReactElement {
  return <output data-testid="fragment">{useLocation().hash}</output>
}

/** The pages as the app wires them, at an address. */
export async function showScene({ device, simulated, copied, scanner }: Scene, path = '/bidra', language = 'nb'): Promise<void> {
  const copy = (text: string): Promise<boolean> => {
    copied.push(text)
    return Promise.resolve(true)
  }
  const { contributing } = simulated
  await showPage(
    <>
      <Fragment />
      <Routes>
        <Route path="bidra" element={<ContributePage device={device} contributing={contributing} scanner={scanner} />} />
        <Route path="r" element={<SlipPage device={device} contributing={contributing} scanner={scanner} copy={copy} />} />
        <Route path="*" element={<p>elsewhere</p>} />
      </Routes>
    </>,
    path,
    language,
  )
  await screen.findByRole('heading', { level: 1 })
}
