import { type ReactElement, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { MyPlanPage } from '../features/my-plan/page.tsx'
import { ResultPage } from '../features/result/page.tsx'
import { shareFile } from '../platform/sharing.ts'
import { device } from './device.ts'
import { NotFound } from './not-found.tsx'
import { useTargets } from './targets.ts'

const HistoryPage = lazy(() => import('../features/history/page.tsx').then((page) => ({ default: page.HistoryPage })))
const LookBackPage = lazy(() => import('../features/history/look-back-page.tsx').then((page) => ({ default: page.LookBackPage })))
const LastGoalsPage = lazy(() => import('../features/my-plan/last-goals-page.tsx').then((page) => ({ default: page.LastGoalsPage })))

/** `/resultat`, and what stands behind it. */
export function ResultPlace(): ReactElement {
  const targets = useTargets(device.database)
  return (
    <Routes>
      <Route index element={<ResultPage device={device} targets={targets} shareFile={shareFile} />} />
      <Route path="over-tid" element={<HistoryPage device={device} shareFile={shareFile} />} />
      <Route path="tilbakeblikk" element={<LookBackPage device={device} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** `/plan`, and the goals from last time that come before a new assessment. */
export function PlanPlace(): ReactElement {
  const targets = useTargets(device.database)
  return (
    <Routes>
      <Route index element={<MyPlanPage device={device} targets={targets} />} />
      <Route path="sist" element={<LastGoalsPage device={device} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
