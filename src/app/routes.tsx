import { type ReactElement, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { AssessPages } from '../features/assess/page.tsx'
import { InstallHelp } from '../features/start/install-help.tsx'
import { StartPage } from '../features/start/page.tsx'
import { forgetAppearance } from '../platform/appearance.ts'
import { isAppleTablet } from '../platform/installed.ts'
import type { Device } from '../storage/device.ts'
import type { StorageRefusal } from '../storage/refusals.ts'
import { useScheme } from './appearance.ts'
import { useArrival } from './arrival.ts'
import { Frame } from './frame.tsx'
import { Guarded } from './guarded.tsx'
import { NeedsStorage } from './needs-storage.tsx'
import { NotFound } from './not-found.tsx'

const AboutPlaces = lazy(() => import('./about-places.tsx').then((places) => ({ default: places.AboutPlaces })))
const MyDataPage = lazy(() => import('../features/my-data/page.tsx').then((page) => ({ default: page.MyDataPage })))
const KnowledgeCheckPage = lazy(() => import('../features/knowledge-check/page.tsx').then((page) => ({ default: page.KnowledgeCheckPage })))
const ContributePlace = lazy(() => import('./contribute-places.tsx').then((places) => ({ default: places.ContributePlace })))
const SlipPlace = lazy(() => import('./contribute-places.tsx').then((places) => ({ default: places.SlipPlace })))
const ResultPlace = lazy(() => import('./own-places.tsx').then((places) => ({ default: places.ResultPlace })))
const PlanPlace = lazy(() => import('./own-places.tsx').then((places) => ({ default: places.PlanPlace })))
const SignInPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.SignInPlace })))
const UnitPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.UnitPlace })))
const OwnerPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.OwnerPlace })))

/** A fresh start, so that nothing of the person is left in memory either. */
function beginAnew(): void {
  forgetAppearance()
  location.assign('/')
}

type Props = {
  readonly device: Device
  /** Why nothing can be kept here, if so. */
  readonly storageRefusal?: StorageRefusal | undefined
}

/** Every page and what stands round it. Paths are the same in all languages. */
export function Pages({ device, storageRefusal }: Props): ReactElement {
  const scheme = useScheme(device.database)
  useArrival()
  const explainsInstall = isAppleTablet() && !device.isInstalled()
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route element={<NeedsStorage refusal={storageRefusal} />}>
          <Route index element={<StartPage device={device} explainsInstall={explainsInstall} />} />
          <Route path="resultat" element={<ResultPlace />} />
          <Route path="plan" element={<PlanPlace />} />
          <Route path="bidra" element={<ContributePlace />} />
          <Route path="r" element={<SlipPlace />} />
          <Route path="mine-data" element={<MyDataPage device={device} onErased={beginAnew} {...scheme} />} />
        </Route>
        <Route path="om/*" element={<AboutPlaces />} />
        <Route path="kunnskap/:part?" element={<KnowledgeCheckPage device={device} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route element={<Guarded />}>
        <Route element={<NeedsStorage refusal={storageRefusal} />}>
          <Route
            path="kartlegging/*"
            element={<AssessPages device={device} beforeStart={explainsInstall ? <InstallHelp device={device} /> : null} />}
          />
        </Route>
        <Route path="inn" element={<SignInPlace />} />
        <Route path="enhet/*" element={<UnitPlace />} />
        <Route path="eier/*" element={<OwnerPlace />} />
      </Route>
    </Routes>
  )
}
