import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { itemsOf } from '../../domain/instrument/instrument.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { type GoalWords, addGoal } from '../../domain/plan/goals.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { useContent } from '../../i18n/content.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import type { Device } from '../../storage/device.ts'
import { PlusIcon } from '../../ui/icons/later-icons.ts'
import type { ChangePlan } from './change-plan.ts'
import { GoalForm } from './goal-form.tsx'
import { focusGoals } from './goals.tsx'
import { type Idea, ideasFor } from './ideas.ts'
import { dayToLookBack } from './look-back-day.ts'

type Props = {
  readonly device: Device
  readonly isFirst: boolean
  readonly latest: Assessment | undefined
  /** Its own packs; nothing where one of them is not on the device, and then there are no suggestions. */
  readonly packs: readonly KeptPack[] | undefined
  readonly targets: Targets
  /** The item whose next step the person wants to plan. */
  readonly wanted: string | undefined
  readonly onChange: ChangePlan
  readonly onAdded: () => void
  readonly onClose: () => void
}

function useIdeas({ latest, packs, targets, wanted }: Props): readonly Idea[] {
  const { t } = useTranslation('plan')
  const instrument = latest && packs && instrumentFor(latest, packs)
  const content = useContent(instrument && itemsOf(instrument))
  if (latest === undefined || instrument === undefined) return []
  const words = { pronoun: t('idea.pronoun'), then: (parts: { verb: string; rest: string }) => t('idea.then', parts) }
  return ideasFor(latest, instrument, targets, content, words, wanted)
}

export function NewGoal(props: Props): ReactElement {
  const { device, isFirst, latest, wanted, onChange, onAdded, onClose } = props
  const { t } = useTranslation('plan')
  const ideas = useIdeas(props)
  const [isOpen, setOpen] = useState(wanted !== undefined)
  const begin: GoalWords = { when: '', then: '', lookBackOn: dayToLookBack(device.now()) }
  if (!isOpen && !isFirst) {
    return (
      <div className="row noprint">
        <button
          className="ds-button"
          data-variant="secondary"
          type="button"
          onClick={() => {
            setOpen(true)
          }}
        >
          <PlusIcon />
          <span>{t('form.open')}</span>
        </button>
      </div>
    )
  }
  return (
    <GoalForm
      title={isFirst ? t('form.first') : t('form.another')}
      begin={begin}
      sector={latest?.sector}
      ideas={ideas}
      firstIdea={ideas.find(({ itemId }) => itemId === wanted)}
      submitLabel={t('form.add')}
      takesFocus={isOpen && wanted === undefined}
      onSave={async (words) => {
        const at = { id: device.newId(), now: device.now() }
        const refusal = await onChange((before) => addGoal(before, words, at))
        if (refusal === undefined) {
          setOpen(false)
          onClose()
          onAdded()
        }
        return refusal
      }}
      onClose={
        isFirst
          ? undefined
          : () => {
              setOpen(false)
              onClose()
              focusGoals()
            }
      }
    />
  )
}
