import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device, StorageKeeping } from '../../storage/device.ts'
import { lowRoom } from '../../storage/room.ts'

/** What the browser says about storage. */
type Said = { readonly keeping: StorageKeeping; readonly room: number | undefined }

function useSaid(device: Device): readonly [Said | undefined, (said: Said) => void] {
  const [said, setSaid] = useState<Said>()
  useEffect(() => {
    let here = true
    void Promise.all([device.storageKeeping(), lowRoom(device)]).then(([keeping, room]) => {
      if (here) setSaid({ keeping, room })
    })
    return () => {
      here = false
    }
  }, [device])
  return [said, setSaid]
}

function placeOf(device: Device): 'app' | 'safari-tab' | 'tab' {
  if (device.isInstalled()) return 'app'
  return device.forgetsUnused() ? 'safari-tab' : 'tab'
}

/** The truth about whether what is stored stays, and what to do where it may not. */
export function Keeping({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation('keeping')
  const [said, setSaid] = useSaid(device)
  const [isRefused, setRefused] = useState(false)
  const place = placeOf(device)
  const ask = async (): Promise<void> => {
    const keeping = await device.keepStorage()
    setRefused(keeping !== 'kept')
    setSaid({ keeping, room: said?.room })
  }
  return (
    <section className="stack" aria-labelledby="keeping">
      <div className="prose">
        <h2 id="keeping" className="t-heading">
          {t('title')}
        </h2>
        <p>{t(`place.${place}`)}</p>
        {place !== 'app' && (
          <p>
            <Link className="link" to="/om/installer">
              {t('make')}
            </Link>
          </p>
        )}
        <div role="status" className="stack-s">
          {said && <p>{t(said.keeping)}</p>}
          {isRefused && <p>{t('refused')}</p>}
          {said?.room !== undefined && (
            <p>
              <strong>{t('room.title')}.</strong> {t('room.body', { room: said.room })}
            </p>
          )}
        </div>
        {said?.keeping === 'may-be-cleared' && !isRefused && (
          <div className="row">
            <button className="ds-button" type="button" data-variant="secondary" data-size="sm" onClick={() => void ask()}>
              {t('ask')}
            </button>
          </div>
        )}
        <p>{t('file')}</p>
      </div>
      <div className="prose">
        <h3 className="t-sub">{t('know.title')}</h3>
        <ul>
          {t('know.items', { returnObjects: true }).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
