import './my-data.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PersonGroupIcon } from '../../ui/icons/later-icons.ts'
import type { Device } from '../../storage/device.ts'
import { Backup, type BackupProps } from './backup/section.tsx'
import { Display, type SchemeProps } from './display.tsx'
import { Erase } from './erase.tsx'
import { Finish } from './finish.tsx'
import { Keeping } from './keeping.tsx'
import { StoredHere } from './stored-here.tsx'

type Props = SchemeProps & Pick<BackupProps, 'handOver'> & { readonly device: Device; readonly onErased: () => void }

export function MyDataPage({ device, onErased, handOver, ...scheme }: Props): ReactElement {
  const { t } = useTranslation('my-data')
  const { person } = device
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      <StoredHere database={device.database} />
      {!person?.isGuest && <Keeping device={device} />}
      <Backup device={device} handOver={handOver} changeScheme={scheme.changeScheme} />
      {!person?.isGuest && (
        <section className="note note--plain" aria-labelledby="shared">
          <PersonGroupIcon />
          <h2 id="shared" className="t-sub">
            {t(person?.isShared ? 'shared.isTitle' : 'shared.title')}
          </h2>
          <p className="t-small">{t(person ? 'shared.locked' : 'shared.body')}</p>
          <Link className="link" to="/mine-data/deling">
            {t(person ? 'shared.change' : 'shared.go')}
          </Link>
        </section>
      )}
      <Display {...scheme} />
      {person?.isShared ? <Finish isGuest={person.isGuest} /> : <Erase database={device.database} onErased={onErased} />}
    </>
  )
}
