import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '../../domain/instrument/instrument.ts'
import { type Goal, type PersonalPlan, editGoal, markGoal } from '../../domain/plan/goals.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalForm } from './goal-form.tsx'
import type { ChangePlan } from './page.tsx'

type Props = {
  readonly plan: PersonalPlan
  readonly sector: Sector
  readonly onChange: ChangePlan
  readonly onRemove: (goal: Goal) => void
}

/** Where the focus goes when the form a person stood in is gone. */
export function focusGoals(): void {
  document.getElementById('goals')?.focus()
}

export function Goals({ plan, sector, onChange, onRemove }: Props): ReactElement {
  const { t } = useTranslation('plan')
  const [editing, setEditing] = useState<string>()
  if (plan.goals.length === 0) return <p className="soft">{t('empty')}</p>
  const done = (): void => {
    setEditing(undefined)
    focusGoals()
  }
  return (
    <ol className="stack" id="goals" tabIndex={-1}>
      {plan.goals.map((goal) =>
        goal.id === editing ? (
          <li key={goal.id}>
            <EditGoal goal={goal} sector={sector} onChange={onChange} onDone={done} />
          </li>
        ) : (
          <GoalCard
            key={goal.id}
            goal={goal}
            sector={sector}
            onMark={(status) => onChange((before) => markGoal(before, goal.id, status))}
            onEdit={() => {
              setEditing(goal.id)
            }}
            onRemove={() => {
              onRemove(goal)
            }}
          />
        ),
      )}
    </ol>
  )
}

type EditProps = { readonly goal: Goal; readonly sector: Sector; readonly onChange: ChangePlan; readonly onDone: () => void }

function EditGoal({ goal, sector, onChange, onDone }: EditProps): ReactElement {
  const { t } = useTranslation('plan')
  return (
    <GoalForm
      title={t('form.edit')}
      begin={goal}
      sector={sector}
      ideas={[]}
      submitLabel={t('form.save')}
      takesFocus
      onSave={async (words) => {
        const refusal = await onChange((before) => editGoal(before, goal.id, words))
        if (refusal === undefined) onDone()
        return refusal
      }}
      onClose={onDone}
    />
  )
}
