import { type ReactElement, Suspense, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { AssessPages } from '../features/assess/page.tsx'
import { BeforeStart } from '../features/start/before-start.tsx'
import { StartPage } from '../features/start/page.tsx'
import type { Device } from '../storage/device.ts'
import type { Closed } from '../storage/opening.ts'
import { useArrival } from './arrival.ts'
import { Frame } from './frame.tsx'
import { Guarded } from './guarded.tsx'
import { NeedsStorage } from './needs-storage.tsx'
import { NotFound } from './not-found.tsx'

const AboutPlaces = lazy(() => import('./about-places.tsx').then((places) => ({ default: places.AboutPlaces })))
const MyDataPlaces = lazy(() => import('./my-data-places.tsx').then((places) => ({ default: places.MyDataPlaces })))
const FetchPlace = lazy(() => import('./my-data-places.tsx').then((places) => ({ default: places.FetchPlace })))
const SharingLine = lazy(() => import('../features/shared-device/sharing-line.tsx').then((line) => ({ default: line.SharingLine })))
const KnowledgeCheckPage = lazy(() => import('../features/knowledge-check/page.tsx').then((page) => ({ default: page.KnowledgeCheckPage })))
const ContributePlace = lazy(() => import('./contribute-places.tsx').then((places) => ({ default: places.ContributePlace })))
const SlipPlace = lazy(() => import('./contribute-places.tsx').then((places) => ({ default: places.SlipPlace })))
const ResultPlace = lazy(() => import('./own-places.tsx').then((places) => ({ default: places.ResultPlace })))
const PlanPlace = lazy(() => import('./own-places.tsx').then((places) => ({ default: places.PlanPlace })))
const SignInPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.SignInPlace })))
const UnitPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.UnitPlace })))
const OwnerPlace = lazy(() => import('./office.tsx').then((office) => ({ default: office.OwnerPlace })))

type Props = {
  readonly device: Device
  /** Why nothing can be kept here, if so. */
  readonly closed?: Closed | undefined
}

/** Every page and what stands round it. Paths are the same in all languages. */
export function Pages({ device, closed }: Props): ReactElement {
  useArrival()
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route element={<NeedsStorage closed={closed} database={device.database} />}>
          <Route
            index
            element={
              <>
                <StartPage device={device} />
                <Suspense>
                  <SharingLine device={device} />
                </Suspense>
              </>
            }
          />
          <Route path="resultat/*" element={<ResultPlace />} />
          <Route path="plan/*" element={<PlanPlace />} />
          <Route path="bidra" element={<ContributePlace />} />
          <Route path="r" element={<SlipPlace />} />
          <Route path="hent" element={<FetchPlace device={device} />} />
          <Route path="mine-data/*" element={<MyDataPlaces device={device} />} />
        </Route>
        <Route path="om/*" element={<AboutPlaces />} />
        <Route path="kunnskap/:part?" element={<KnowledgeCheckPage device={device} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route element={<Guarded />}>
        <Route element={<NeedsStorage closed={closed} database={device.database} />}>
          <Route path="kartlegging/*" element={<AssessPages device={device} beforeStart={<BeforeStart device={device} />} />} />
        </Route>
        <Route path="inn" element={<SignInPlace />} />
        <Route path="enhet/*" element={<UnitPlace />} />
        <Route path="eier/*" element={<OwnerPlace />} />
      </Route>
    </Routes>
  )
}
