import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Dimension, type Step, type Tier, dimensions, tiers } from '../../domain/instrument/instrument.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { defaultTargets } from '../../instruments/default-targets.ts'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import { put } from './draft.ts'
import { withTargets } from './targets.ts'
import type { Editing, Happened } from './use-editing.ts'
import { type ProfileSay, useProfileSay } from './words.ts'

/** Step 0 is where everyone starts: nobody aims for it. */
const aims: readonly Step[] = [1, 2, 3, 4]

type Props = { readonly edit: Editing; readonly steps: Targets }
type Row = Readonly<Record<Tier, Step>>

/** Every area with a step for each role, or none for any of them. */
export function StepsTable({ edit, steps }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  return (
    <ScrollFrame name={t('steps.frame')}>
      <table className="aims">
        <caption className="sr">{t('steps.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('steps.area')}</th>
            {tiers.map((tier) => (
              <th key={tier} scope="col">
                {say.tier(tier)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension) => (
            <StepsRow key={dimension} edit={edit} dimension={dimension} row={steps[dimension]} say={say} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type RowProps = { readonly edit: Editing; readonly dimension: Dimension; readonly row: Row | undefined; readonly say: ProfileSay }

function StepsRow({ edit, dimension, row, say }: RowProps): ReactElement {
  const { t } = useTranslation('owner-profile')
  const area = say.dimension(dimension)
  const setRow = (next: Row | undefined, what?: Happened): void =>
    edit.change((draft) => withTargets(draft, (before) => ({ ...before, steps: put(before.steps, dimension, next) })), what)
  const drop = (): void => {
    const undo: Happened['undo'] = (draft) => withTargets(draft, (before) => ({ ...before, steps: put(before.steps, dimension, row) }))
    setRow(undefined, { text: t('steps.dropped', { area }), undo })
    edit.focusOn('undo')
  }
  const begin = (): void => {
    setRow(defaultTargets(dimension))
    edit.focusOn(`step-${dimension}-practice`)
  }
  return (
    <tr>
      <th scope="row">{area}</th>
      {row === undefined ? (
        <td colSpan={tiers.length} className="soft">
          {t('steps.none')}
        </td>
      ) : (
        tiers.map((tier) => (
          <StepCell
            key={tier}
            id={`step-${dimension}-${tier}`}
            label={t('steps.cell', { area, tier: say.tier(tier) })}
            tier={say.tier(tier)}
            value={row[tier]}
            say={say}
            onChange={(step) => setRow({ ...row, [tier]: step })}
          />
        ))
      )}
      <td className="noprint">
        <button
          className="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          aria-label={row === undefined ? t('steps.setFor', { area }) : t('steps.dropFor', { area })}
          onClick={row === undefined ? begin : drop}
        >
          {row === undefined ? t('steps.set') : t('steps.drop')}
        </button>
      </td>
    </tr>
  )
}

type CellProps = {
  readonly id: string
  readonly label: string
  /** Stands above the field where the columns stand below each other. */
  readonly tier: string
  readonly value: Step
  readonly say: ProfileSay
  readonly onChange: (step: Step) => void
}

function StepCell({ id, label, tier, value, say, onChange }: CellProps): ReactElement {
  return (
    <td>
      <span className="aims__tier" aria-hidden="true">
        {tier}
      </span>
      <select
        id={id}
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(aims.find((step) => String(step) === target.value) ?? value)}
      >
        {aims.map((step) => (
          <option key={step} value={step}>
            {say.stepShort(step)}
          </option>
        ))}
      </select>
    </td>
  )
}
