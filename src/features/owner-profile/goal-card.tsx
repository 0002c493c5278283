import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sectors } from '../../domain/instrument/instrument.ts'
import { type ProfileGoal, peilParts } from '../../domain/profile/profile.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { changeIn, put, said, toggled, wordIn } from './draft.ts'
import { CheckGroup } from './fields.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { useEntries } from './use-entries.ts'
import type { Editing } from './use-editing.ts'
import { WordField } from './word-field.tsx'
import { RemoveButton } from './word-rows.tsx'
import { useErrors, useProfileSay } from './words.ts'

type Props = { readonly edit: Editing; readonly goal: ProfileGoal; readonly number: number; readonly of: number }

/** One goal: its name, what serves it, and its place among the others. */
export function GoalCard({ edit, goal, number, of }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const { move, remove } = useEntries(edit, 'goals')
  const words = said(wordIn(edit.draft, edit.language, 'goals', goal.id))
  const name = words === '' ? t('goals.number', { number }) : words
  const quoted = words === '' ? name : t('bar.quoted', { words })
  const onMove = (by: 1 | -1, button: string): void => {
    move(goal.id, by, t('goals.moved', { goal: name, number: number + by, of }))
    edit.focusOn(button)
  }
  return (
    <li className="card form">
      <div className="row-between">
        <h2 className="t-sub">{t('goals.number', { number })}</h2>
        <div className="row entry-tools">
          <MoveButtons id={`goal-${goal.id}`} name={name} isFirst={number === 1} isLast={number === of} onMove={onMove} />
          <RemoveButton name={quoted} onRemove={() => remove(goal.id, quoted)} />
        </div>
      </div>
      <WordField
        edit={edit}
        list="goals"
        of={goal.id}
        id={`goal-${goal.id}`}
        label={t('goals.name')}
        hint={t('goals.nameHint')}
        error={error(`goal-${goal.id}`)}
        most={80}
      />
      <Served edit={edit} goal={goal} error={error(`goal-${goal.id}-served`)} />
    </li>
  )
}

type ServedProps = { readonly edit: Editing; readonly goal: ProfileGoal; readonly error: string | undefined }

/** Folded away where something serves the goal: then the line above says it all. */
function Served({ edit, goal, error }: ServedProps): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const [isOpen, setOpen] = useState(goal.dimensions.length + goal.parts.length === 0)
  const by = [...goal.dimensions.map(say.short), ...goal.parts.map(say.part)].join(' · ')
  const change = (next: (before: ProfileGoal) => ProfileGoal): void => edit.change((draft) => changeIn(draft, 'goals', goal.id, next))
  const id = `goal-${goal.id}-served`
  return (
    <details className="fold" open={isOpen || error !== undefined} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>{t('goals.served', { by: by === '' ? t('goals.nothing') : by })}</span>
        <ChevronDownIcon small />
      </summary>
      <div className="form goal-served">
        <CheckGroup
          id={id}
          legend={t('goals.areas')}
          error={error}
          choices={say.dimensions}
          values={goal.dimensions}
          onToggle={(dimension) => change((before) => ({ ...before, dimensions: toggled(before.dimensions, dimension) }))}
        />
        <CheckGroup
          id={`${id}-parts`}
          legend={t('goals.parts')}
          choices={peilParts.map((value) => ({ value, label: say.part(value) }))}
          values={goal.parts}
          onToggle={(part) => change((before) => ({ ...before, parts: toggled(before.parts, part) }))}
        />
        <CheckGroup
          id={`${id}-sectors`}
          legend={t('goals.sectors')}
          hint={t('goals.sectorsHint')}
          choices={say.sectors}
          values={goal.sectors ?? []}
          onToggle={(sector) =>
            change((before) => {
              const chosen = sectors.filter((each) => toggled(before.sectors ?? [], sector).includes(each))
              return put(before, 'sectors', chosen.length === 0 ? undefined : chosen)
            })
          }
        />
      </div>
    </details>
  )
}
