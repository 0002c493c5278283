import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import { type OwnRefusal, type Sharing, makeOwn } from '../../storage/sharing.ts'
import { Alert } from '../../ui/alert.tsx'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { useRefusalWords } from './words.ts'

type Props = { readonly device: Device; readonly plain: PeilDatabase; readonly sharing: Sharing; readonly onGuard: () => void }

/** From many to one: only when nobody else has a place here. */
export function BackToOwn({ device, plain, sharing, onGuard }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const [refusal, setRefusal] = useState<OwnRefusal>()
  const id = device.person?.id ?? ''
  const others = sharing.persons.filter((each) => each.id !== id)
  if (others.length > 0)
    return (
      <section className="note note--plain">
        <InformationIcon />
        <p>{t('refusals.others-here')}</p>
      </section>
    )
  const makeMine = async (): Promise<void> => {
    const made = await makeOwn(plain, id)
    if (made.ok) onGuard()
    else setRefusal(made.error)
  }
  return (
    <section className="card stack">
      <p>{sharing.persons.length > 0 ? t('sharing.ownKeepsPin') : t('sharing.ownEmpty')}</p>
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="button" onClick={() => void makeMine()}>
          {t('sharing.makeOwn')}
        </button>
      </div>
    </section>
  )
}
