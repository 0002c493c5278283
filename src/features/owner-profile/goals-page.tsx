import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { GoalCard } from './goal-card.tsx'
import { useEntries } from './use-entries.ts'
import type { Editing } from './use-editing.ts'
import { AddButton } from './word-rows.tsx'
import { WritingLanguage } from './writing-language.tsx'

const mostGoals = 40

/** The goals of the plan, in its order, and what in Peil serves each. */
export function GoalsPage({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const { add } = useEntries(edit, 'goals')
  const { goals } = edit.draft.profile
  return (
    <>
      <WritingLanguage edit={edit} />
      <ol className="stack">
        {goals.map((goal, at) => (
          <GoalCard key={goal.id} edit={edit} goal={goal} number={at + 1} of={goals.length} />
        ))}
      </ol>
      {goals.length < mostGoals && (
        <AddButton
          id="add-goal"
          text={t('goals.add')}
          onAdd={() =>
            add(
              (id) => ({ id, dimensions: [], parts: [] }),
              (id) => `goal-${id}`,
            )
          }
        />
      )}
    </>
  )
}
