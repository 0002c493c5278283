import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly onBegin: () => void; readonly onBack: () => void }

/** What it means to be here only once, before it begins. */
export function Guest({ onBegin, onBack }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  return (
    <section className="door__pane door__pane--wide card">
      <h1 className="t-title">{t('guest.title')}</h1>
      <p>{t('guest.body')}</p>
      <ul className="door__points">
        <li>{t('guest.gone')}</li>
        <li>{t('guest.sent')}</li>
        <li>{t('guest.take')}</li>
      </ul>
      <div className="row">
        <button className="ds-button" type="button" onClick={onBegin}>
          {t('guest.begin')}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onBack}>
          {t('door.back')}
        </button>
      </div>
    </section>
  )
}
