import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../../storage/device.ts'
import { type Backup, type MakeRefusal, isPassphraseShort, makeBackup } from '../../../storage/make-backup.ts'
import { PickMany } from '../../../ui/picks.tsx'
import { type ChoiceFault, type Chosen, NewPassphrase } from './new-passphrase.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { type HandOver, Ready } from './ready.tsx'
import { Stage } from './stage.tsx'

type Props = { readonly device: Device; readonly handOver: HandOver; readonly onClose: () => void }

function faultOf({ typed, again, isShown }: Chosen): ChoiceFault | undefined {
  if (isPassphraseShort(typed)) return 'short'
  return isShown || typed === again ? undefined : 'differs'
}

/** Asks for a passphrase, locks what the person has, and hands the file over. */
export function MakeBackup({ device, handOver, onClose }: Props): ReactElement {
  const { t } = useTranslation('backup')
  const places = useLiveQuery(() => device.database.table('participations').count(), [device])
  const [chosen, setChosen] = useState<Chosen>({ typed: '', again: '', isShown: false })
  const [more, setMore] = useState<readonly 'places'[]>([])
  const [fault, setFault] = useState<ChoiceFault>()
  const [refusal, setRefusal] = useState<Exclude<MakeRefusal['kind'], 'passphrase-short'>>()
  const [isWorking, setWorking] = useState(false)
  const [backup, setBackup] = useState<Backup>()
  const choose = (next: Chosen): void => {
    setChosen(next)
    setFault(undefined)
  }
  const submit = async (): Promise<void> => {
    const found = faultOf(chosen)
    setFault(found)
    setRefusal(undefined)
    if (found !== undefined) return
    setWorking(true)
    const made = await makeBackup(device.database, chosen.typed, { now: device.now(), withPlaces: more.includes('places') })
    setWorking(false)
    if (made.ok) setBackup(made.value)
    else if (made.error.kind === 'passphrase-short') setFault('short')
    else setRefusal(made.error.kind)
  }
  if (backup) return <Ready backup={backup} device={device} handOver={handOver} onClose={onClose} />
  return (
    <Stage title={t('make.title')}>
      <p className="soft">{t('make.holds')}</p>
      <PassphraseForm
        go={t('make.go')}
        working={t('make.working')}
        isWorking={isWorking}
        refused={refusal && t(`make.refused.${refusal}`)}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <NewPassphrase chosen={chosen} fault={fault} onChange={choose} />
        {(places ?? 0) > 0 && (
          <PickMany
            legend={t('make.more')}
            name="more"
            picks={[{ value: 'places', name: t('make.places'), about: t('make.placesWhy') }]}
            values={more}
            onChange={setMore}
          />
        )}
      </PassphraseForm>
    </Stage>
  )
}
