import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { goalsFromLastTime } from '../../domain/plan/from-last-time.ts'
import { currentAssessment } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { loadPlan } from '../../storage/plans.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { OwnHead } from '../../ui/own-head.tsx'
import { Awaited } from '../../ui/late.tsx'
import { changing } from './change-plan.ts'
import { FromLastTime } from './from-last-time.tsx'
import './my-plan.css'
import { type Refusal, refusalWords } from './refusal-words.ts'

const questions = '/kartlegging'

/** `/plan/sist`: before a new assessment, what became of the goals the person had. Where there are none, the questions come at once. */
export function LastGoalsPage({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation(['plan', 'app'])
  const [hasSettled, setSettled] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const { database } = device
  const found = useLiveQuery(async () => ({ plan: await loadPlan(database), since: await currentAssessment(database) }), [database])
  if (found === undefined) return <Awaited word={t('app:frame.loading')} />
  const { plan, since } = found
  if (!plan.ok || since === undefined) return <Navigate to={questions} replace />
  const open = goalsFromLastTime(plan.value, since)
  if (open.length === 0 && !hasSettled) return <Navigate to={questions} replace />
  const change = changing(database)
  return (
    <>
      <OwnHead mark={t('onlyYou')} title={t('last.ask')} lead={t('last.lead')} />
      {refusal && <Alert>{refusalWords(t, refusal)}</Alert>}
      <FromLastTime
        device={device}
        plan={plan.value}
        since={since}
        onChange={async (decide) => {
          const refused = await change(decide)
          setRefusal(refused)
          return refused
        }}
        onSettled={() => {
          setSettled(true)
        }}
      />
      <p className="t-small soft">{open.length > 0 ? t('last.later') : t('last.none')}</p>
      <div className="row">
        <Link className="ds-button" data-variant="primary" to={questions}>
          <span>{t('last.go')}</span>
          <ArrowRightIcon />
        </Link>
      </div>
    </>
  )
}
