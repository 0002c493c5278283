import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Saved } from '../../../ui/saved.tsx'
import { Stage } from './stage.tsx'

export function Done({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation('backup')
  return (
    <Stage title={t('done.title')}>
      <Saved>{t('done.body')}</Saved>
      <p>{t('done.delete')}</p>
      <div className="row">
        <Link className="ds-button" data-variant="primary" to="/resultat">
          {t('done.result')}
        </Link>
        <Link className="ds-button" data-variant="secondary" to="/">
          {t('done.home')}
        </Link>
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Stage>
  )
}
