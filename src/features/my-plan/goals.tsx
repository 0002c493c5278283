import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sector } from '../../domain/instrument/instrument.ts'
import { type Goal, editGoal, markGoal } from '../../domain/plan/goals.ts'
import type { ChangePlan } from './change-plan.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalForm } from './goal-form.tsx'

type Props = {
  readonly goals: readonly Goal[]
  readonly id?: string
  readonly sector: Sector
  readonly onChange: ChangePlan
  readonly onRemove: (goal: Goal) => void
}

/** Where the focus goes when the form a person stood in is gone. */
export function focusGoals(): void {
  document.getElementById('goals')?.focus()
}

export function Goals({ id = 'goals', goals, sector, onChange, onRemove }: Props): ReactElement {
  const [editing, setEditing] = useState<string>()
  const done = (): void => {
    setEditing(undefined)
    focusGoals()
  }
  return (
    <ol className="stack" id={id} tabIndex={-1}>
      {goals.map((goal) =>
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
