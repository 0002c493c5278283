import './start.css'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { currentAssessment, finishedAssessments } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { loadPlan } from '../../storage/plans.ts'
import { goalsInHand } from '../../domain/plan/plan.ts'
import { FirstVisit } from './first-visit.tsx'
import { WelcomeBack } from './welcome-back.tsx'

/** What the start page shows of what is stored here. */
export type Stored = {
  readonly current?: Assessment
  /** Its own packs; missing where one of them is. */
  readonly packs?: readonly KeptPack[]
  readonly finished?: Assessment
  readonly goals: number
  /** Slips that were used here, whatever came of them. */
  readonly slips: number
}

async function look(device: Device): Promise<Stored> {
  const { database } = device
  const [current, finished, plan, slips] = await Promise.all([
    currentAssessment(database),
    finishedAssessments(database, 1),
    loadPlan(database),
    database.table('participations').count(),
  ])
  const packs = current && (await packsFor(database, current.instrumentVersion))
  return {
    ...(packs && { packs }),
    ...(current === undefined ? {} : { current }),
    ...(finished[0] === undefined ? {} : { finished: finished[0] }),
    goals: plan.ok ? goalsInHand(plan.value).length : 0,
    slips,
  }
}

export type StartProps = {
  readonly device: Device
}

export function StartPage({ device }: StartProps): ReactElement | null {
  const stored = useLiveQuery(() => look(device), [device])
  if (stored === undefined) return null
  return stored.current === undefined ? (
    <FirstVisit device={device} slips={stored.slips} />
  ) : (
    <WelcomeBack device={device} stored={stored} current={stored.current} />
  )
}
