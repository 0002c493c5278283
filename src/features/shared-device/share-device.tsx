import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import { type ShareRefusal, type Sharing, liesOpen, shareEmptied, shareWith } from '../../storage/sharing.ts'
import { Alert } from '../../ui/alert.tsx'
import { PickOne } from '../../ui/picks.tsx'
import { EraseFirst } from './erase-first.tsx'
import { NamePlace } from './name-place.tsx'
import { NewPlace } from './new-place.tsx'
import type { Guard } from './sharing-page.tsx'
import { useRefusalWords } from './words.ts'

type Props = { readonly device: Device; readonly plain: PeilDatabase; readonly sharing: Sharing; readonly onGuard: Guard }

const answers = ['mine', 'nobodys'] as const

/** From one to many. What lies here already becomes the first person's, or is deleted: on a shared device nothing lies open. */
export function ShareDevice({ device, plain, sharing, onGuard }: Props): ReactElement | null {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const open = useLiveQuery(() => liesOpen(plain), [plain])
  const [whose, setWhose] = useState<(typeof answers)[number]>()
  const [refusal, setRefusal] = useState<ShareRefusal>()
  const finish = async (sharingDone: ReturnType<typeof shareEmptied>): Promise<void> => {
    const done = await sharingDone
    if (done.ok || done.error.kind === 'guarded') onGuard(!done.ok)
    else setRefusal(done.error)
  }
  const said = refusal && <Alert>{say(refusal)}</Alert>
  const { person } = device
  if (person)
    return (
      <section className="card stack">
        <NamePlace onNamed={(shown) => void finish(shareWith(plain, person.id, shown))} />
        {said}
      </section>
    )
  if (open === undefined) return null
  if (!open)
    return (
      <section className="card stack">
        <p>{t('share.nothing')}</p>
        {said}
        <div className="row">
          <button className="ds-button" type="button" onClick={() => void finish(shareEmptied(plain))}>
            {t('share.go')}
          </button>
        </div>
      </section>
    )
  return (
    <section className="card stack">
      <PickOne
        legend={t('share.whose')}
        name="whose"
        picks={answers.map((value) => ({ value, name: t(`share.${value}`), about: t(`share.${value}About`) }))}
        value={whose}
        onChange={setWhose}
      />
      {whose === 'mine' && (
        <NewPlace
          database={plain}
          newId={device.newId}
          others={sharing.persons}
          takesOver
          onAdded={({ owner }, shown) => void finish(shareWith(plain, owner, shown))}
          onGuarded={() => onGuard(true)}
          onBack={() => {
            setWhose(undefined)
          }}
        />
      )}
      {whose === 'nobodys' && <EraseFirst onErase={() => void finish(shareEmptied(plain))} />}
      {said}
    </section>
  )
}
