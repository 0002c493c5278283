import type { ReactElement } from 'react'
import { MyPlanPage } from '../features/my-plan/page.tsx'
import { ResultPage } from '../features/result/page.tsx'
import { shareFile } from '../platform/sharing.ts'
import { device } from './device.ts'
import { useTargets } from './targets.ts'

export function ResultPlace(): ReactElement {
  return <ResultPage device={device} targets={useTargets(device.database)} shareFile={shareFile} />
}

export function PlanPlace(): ReactElement {
  return <MyPlanPage device={device} targets={useTargets(device.database)} />
}
