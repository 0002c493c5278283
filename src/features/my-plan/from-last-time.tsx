import { type ReactElement, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '../../domain/instrument/instrument.ts'
import { type Since, goalsFromLastTime, settleGoal, unsettleGoal } from '../../domain/plan/from-last-time.ts'
import type { Goal, GoalStatus, PersonalPlan } from '../../domain/plan/goals.ts'
import { useContent } from '../../i18n/content.ts'
import type { Device } from '../../storage/device.ts'
import { CheckmarkCircleIcon } from '../../ui/icons/first-icons.ts'
import { ArrowUndoIcon } from '../../ui/icons/later-icons.ts'
import type { ChangePlan } from './change-plan.ts'
import { GoalButton } from './goal-button.tsx'
import { IfThen } from './if-then.tsx'
import { dayToLookBack } from './look-back-day.ts'

/** What was said of a goal on this page, and the goal as it was before. */
type Settled = { readonly before: Goal; readonly status: GoalStatus }

type Props = {
  readonly device: Pick<Device, 'now'>
  readonly plan: PersonalPlan
  /** The assessment the goals are from before. */
  readonly since: Since & { readonly sector: Sector }
  readonly onChange: ChangePlan
  readonly onSettled?: () => void
}

/** Goals from before this assessment, each with one tap to say what became of it. What was said stays in sight, and can be undone. */
export function FromLastTime({ device, plan, since, onChange, onSettled }: Props): ReactElement | null {
  const { t } = useTranslation('plan')
  const [settled, setSettled] = useState<readonly Settled[]>([])
  const open = goalsFromLastTime(plan, since).filter(({ id }) => settled.every(({ before }) => before.id !== id))
  const goals = [...open, ...settled.map(({ before }) => before)].toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
  if (goals.length === 0) return null
  const settle = async (goal: Goal, status: GoalStatus): Promise<void> => {
    const at = { since, newDay: dayToLookBack(device.now()), now: device.now() }
    if (await onChange((before) => settleGoal(before, goal.id, status, at))) return
    setSettled([...settled, { before: goal, status }])
    onSettled?.()
  }
  const undo = async (goal: Goal): Promise<void> => {
    if (await onChange((before) => unsettleGoal(before, goal))) return
    setSettled(settled.filter(({ before }) => before.id !== goal.id))
  }
  return (
    <section className="stack-s" aria-labelledby="from-last">
      <h2 id="from-last" className="t-heading">
        {t('last.title')}
      </h2>
      <ol className="stack-s" aria-labelledby="from-last">
        {goals.map((goal) => (
          <LastGoal
            key={goal.id}
            goal={goal}
            sector={since.sector}
            said={settled.find(({ before }) => before.id === goal.id)?.status}
            onSettle={(status) => void settle(goal, status)}
            onUndo={() => void undo(goal)}
          />
        ))}
      </ol>
    </section>
  )
}

type GoalProps = {
  readonly goal: Goal
  readonly sector: Sector
  readonly said: GoalStatus | undefined
  readonly onSettle: (status: GoalStatus) => void
  readonly onUndo: () => void
}

const choices = ['done', 'going-on', 'dropped'] as const

function LastGoal({ goal, sector, said, onSettle, onUndo }: GoalProps): ReactElement {
  const { t } = useTranslation('plan')
  const content = useContent()
  const choosing = useRef<HTMLDivElement>(null)
  const before = useRef(said)
  useLayoutEffect(() => {
    // The button that was pressed is gone: the focus goes to what took its place.
    if (before.current !== said) choosing.current?.querySelector('button')?.focus()
    before.current = said
  }, [said])
  return (
    <li className="card goal-card" data-status={said ?? goal.status}>
      {goal.dimension && <p className="eyebrow eyebrow--land">{content.dimension(sector, goal.dimension).name}</p>}
      <IfThen goal={goal} />
      <div className="row noprint" ref={choosing} role="group" aria-label={t('last.ask')}>
        {said === undefined ? (
          <>
            <span className="t-small soft goal-card__ask" aria-hidden="true">
              {t('last.ask')}
            </span>
            {choices.map((status) => (
              <button
                key={status}
                className="ds-button"
                data-variant="secondary"
                type="button"
                aria-label={t(`last.${status}Named`, { when: goal.when })}
                onClick={() => {
                  onSettle(status)
                }}
              >
                {t(`last.${status}`)}
              </button>
            ))}
          </>
        ) : (
          <>
            <p className="saved" role="status">
              <CheckmarkCircleIcon />
              <span>{t(`last.said.${said}`)}</span>
            </p>
            <GoalButton Icon={ArrowUndoIcon} label={t('last.undo')} named={t('last.undoNamed', { when: goal.when })} onClick={onUndo} />
          </>
        )}
      </div>
    </li>
  )
}
