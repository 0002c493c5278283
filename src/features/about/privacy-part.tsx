import '../../ui/pairs.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** What is promised and what cannot be, side by side and of equal size; then who can read what on a device. */
export function PrivacyPart(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <section className="stack" id="personvern">
      <h2 className="t-heading">{t('privacy.title')}</h2>
      <div className="promises">
        <Promises title={t('privacy.promiseTitle')} says={t('privacy.promise', { returnObjects: true })} className="card" />
        <Promises title={t('privacy.limitTitle')} says={t('privacy.limit', { returnObjects: true })} className="card promises__limit" />
      </div>
      <OnDevice />
    </section>
  )
}

type PromisesProps = { readonly title: string; readonly says: readonly string[]; readonly className: string }

function Promises({ title, says, className }: PromisesProps): ReactElement {
  return (
    <div className={className}>
      <div className="prose">
        <h3 className="t-sub">{title}</h3>
        <ul>
          {says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** What the words on the buttons come to. */
function OnDevice(): ReactElement {
  const { t } = useTranslation(['about', 'shared-device', 'finish', 'backup'])
  const rows = [
    [t('privacy.device.own'), t('privacy.device.ownAbout')],
    [t('privacy.device.shared'), t('privacy.device.sharedAbout')],
    [t('privacy.device.pin'), t('privacy.device.pinAbout')],
    [t('shared-device:door.guest'), t('privacy.device.guestAbout')],
    [t('finish:title'), t('privacy.device.finishAbout')],
    [t('backup:title'), t('privacy.device.backupAbout')],
    [t('privacy.device.open'), t('privacy.device.openAbout')],
  ] as const
  return (
    <>
      <h3 className="t-sub">{t('privacy.device.title')}</h3>
      <dl className="card card--flush pairs">
        {rows.map(([what, about]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className="measure">{about}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
