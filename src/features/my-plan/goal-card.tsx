import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '../../domain/instrument/instrument.ts'
import { type Goal, type GoalStatus, goalStatuses } from '../../domain/plan/goals.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { CalendarIcon, PencilIcon, PersonGroupIcon, TrashIcon } from '../../ui/icons/later-icons.ts'
import { Segments } from '../../ui/segments.tsx'
import { GoalButton } from './goal-button.tsx'
import { IfThen } from './if-then.tsx'

type Props = {
  readonly goal: Goal
  readonly sector: Sector
  /** Done when the change is stored or refused. */
  readonly onMark: (status: GoalStatus) => Promise<unknown>
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export function GoalCard({ goal, sector, onMark, onEdit, onRemove }: Props): ReactElement {
  const { t, i18n } = useTranslation('plan')
  const content = useContent()
  const [pressed, setPressed] = useState<GoalStatus>()
  const mark = async (status: GoalStatus): Promise<void> => {
    setPressed(status)
    await onMark(status)
    setPressed(undefined)
  }
  return (
    <li className="card goal-card" data-status={goal.status}>
      {goal.dimension && <p className="eyebrow eyebrow--land">{content.dimension(sector, goal.dimension).name}</p>}
      <IfThen goal={goal} />
      <div className="meta">
        <span>
          <PersonGroupIcon small />
          {goal.together ? t('goal.together', { who: goal.together }) : t('goal.alone')}
        </span>
        <span>
          <CalendarIcon small />
          {t('goal.lookBack', { date: wholeDate(goal.lookBackOn, i18n.language) })}
        </span>
        {goal.carriedTo !== undefined && <span>{t('last.carried')}</span>}
        <span className="onlyprint">{t(`goal.${goal.status}`)}</span>
      </div>
      <div className="row noprint">
        <Segments
          legend={t('goal.status')}
          name={`status-${goal.id}`}
          value={pressed ?? goal.status}
          choices={goalStatuses.map((status) => ({ value: status, label: t(`goal.${status}`) }))}
          onChange={(status) => void mark(status)}
        />
        <span className="row push">
          <GoalButton Icon={PencilIcon} label={t('goal.edit')} named={t('goal.editNamed', { when: goal.when })} onClick={onEdit} />
          <GoalButton Icon={TrashIcon} label={t('goal.remove')} named={t('goal.removeNamed', { when: goal.when })} onClick={onRemove} />
        </span>
      </div>
    </li>
  )
}
