import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { goalsBehind, goalsFromLastTime } from '../../domain/plan/from-last-time.ts'
import { type Goal, type PersonalPlan, hasRoom, removeGoal, restoreGoal } from '../../domain/plan/goals.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { ok } from '../../domain/result.ts'
import { currentAssessment, finishedAssessments } from '../../storage/assessments.ts'
import { registerOwnWords } from '../../i18n/own-words.ts'
import type { Device } from '../../storage/device.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { loadPlan } from '../../storage/plans.ts'
import { Alert } from '../../ui/alert.tsx'
import { Fold } from '../../ui/assess/fold.tsx'
import { HikingTrailSignIcon } from '../../ui/icons/first-icons.ts'
import { OwnHead } from '../../ui/own-head.tsx'
import { PrintAction } from '../../ui/print-action.tsx'
import { Saved } from '../../ui/saved.tsx'
import { type ChangePlan, changing } from './change-plan.ts'
import { FromLastTime } from './from-last-time.tsx'
import { Goals, focusGoals } from './goals.tsx'
import './my-plan.css'
import { NewGoal } from './new-goal.tsx'
import { type Refusal, refusalWords } from './refusal-words.ts'

type Props = {
  readonly device: Device
  /** Of the round the person has joined, if any: they order the suggestions. */
  readonly targets?: Targets
}

export function MyPlanPage({ device, targets = {} }: Props): ReactElement {
  const { t, i18n } = useTranslation('plan')
  const found = useLiveQuery(async () => {
    const [latest] = await finishedAssessments(device.database, 1)
    const packs = await packsFor(device.database, latest?.instrumentVersion ?? '')
    registerOwnWords(i18n, packs?.map(({ document }) => document) ?? [])
    return { stored: await loadPlan(device.database), since: await currentAssessment(device.database), latest, packs }
  }, [device, i18n])
  return (
    <>
      <OwnHead mark={t('onlyYou')} title={t('title')} lead={t('lead')} />
      {found?.stored.ok === false && <Alert>{refusalWords(t, found.stored.error)}</Alert>}
      {found?.stored.ok === true && <Plan device={device} plan={found.stored.value} {...found} targets={targets} />}
    </>
  )
}

type PlanProps = Required<Props> & {
  readonly plan: PersonalPlan
  /** The one started last, finished or not: goals from before it are from last time. */
  readonly since: Assessment | undefined
  readonly latest: Assessment | undefined
  readonly packs: readonly KeptPack[] | undefined
}

function Plan({ device, plan, since, latest, packs, targets }: PlanProps): ReactElement {
  const { t } = useTranslation('plan')
  const [asked, setAsked] = useSearchParams()
  const [removed, setRemoved] = useState<Goal>()
  const [added, setAdded] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const count = plan.goals.length
  useEffect(() => {
    if (added) focusGoals()
  }, [added, count])
  const change = changing(device.database)
  const [last, behind] = [goalsFromLastTime(plan, since), goalsBehind(plan, since)]
  const goals = plan.goals.filter((goal) => !last.includes(goal) && !behind.includes(goal))
  const sector = latest?.sector ?? 'barnehage'
  const changeHere: ChangePlan = async (decide) => {
    const refused = await change(decide)
    setRefusal(refused)
    return refused
  }
  const remove = async (goal: Goal): Promise<void> => {
    if ((await changeHere((before) => removeGoal(before, goal.id))) === undefined) {
      setAdded(false)
      setRemoved(goal)
    }
  }
  const undo = async (goal: Goal): Promise<void> => {
    if ((await changeHere((before) => ok(restoreGoal(before, goal)))) === undefined) {
      setRemoved(undefined)
      setAdded(true)
    }
  }
  return (
    <>
      {refusal && <Alert>{refusalWords(t, refusal)}</Alert>}
      {since && <FromLastTime device={device} plan={plan} since={since} onChange={changeHere} />}
      <div className="stack-s">
        {count === 0 && <p className="soft">{t('empty')}</p>}
        {goals.length > 0 && goals.length < count && <h2 className="t-heading">{t('last.now')}</h2>}
        {goals.length > 0 && <Goals goals={goals} sector={sector} onChange={changeHere} onRemove={(goal) => void remove(goal)} />}
        <div role="status">
          {removed && <Removed goal={removed} onUndo={(goal) => void undo(goal)} />}
          {added && <p className="sr">{t('added')}</p>}
        </div>
      </div>
      {hasRoom(plan) ? (
        <NewGoal
          device={device}
          isFirst={count === 0}
          latest={latest}
          packs={packs}
          targets={targets}
          wanted={asked.get('forslag') ?? undefined}
          onChange={change}
          onAdded={() => {
            setAdded(true)
          }}
          onClose={() => {
            setAsked({}, { replace: true })
          }}
        />
      ) : (
        <p className="note note--plain noprint">{t('full')}</p>
      )}
      {behind.length > 0 && (
        <Fold Icon={HikingTrailSignIcon} title={t('last.behind')}>
          <Goals id="behind" goals={behind} sector={sector} onChange={changeHere} onRemove={(goal) => void remove(goal)} />
        </Fold>
      )}
      <Foot plan={plan} />
    </>
  )
}

function Removed({ goal, onUndo }: { readonly goal: Goal; readonly onUndo: (goal: Goal) => void }): ReactElement {
  const { t } = useTranslation('plan')
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    undo.current?.focus()
  }, [goal])
  return (
    <div className="note note--plain removed noprint">
      <p>{t('removed')}</p>
      <button
        ref={undo}
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="button"
        onClick={() => {
          onUndo(goal)
        }}
      >
        {t('undo')}
      </button>
    </div>
  )
}

function Foot({ plan }: { readonly plan: PersonalPlan }): ReactElement | undefined {
  const { t } = useTranslation('plan')
  if (plan.goals.length === 0) return undefined
  return (
    <div className="row-between noprint">
      <PrintAction label={t('print')} />
      <Saved>{t('saved')}</Saved>
    </div>
  )
}
