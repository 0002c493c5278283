import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Late } from '../../ui/late.tsx'

/** In the place of a question whose words are still on their way. What was answered is on the device. */
export function WordsAwaited(): ReactElement {
  const { t } = useTranslation('app')
  const soon = (
    <p className="soft" role="status">
      {t('frame.loading')}
    </p>
  )
  const late = (
    <div className="stack" role="alert">
      <h1 className="t-title">{t('failure.title')}</h1>
      <p className="t-lead">{t('failure.body')}</p>
      <div className="row">
        <button
          className="ds-button"
          type="button"
          onClick={() => {
            location.reload()
          }}
        >
          {t('failure.again')}
        </button>
      </div>
    </div>
  )
  return <Late soon={soon} late={late} />
}
