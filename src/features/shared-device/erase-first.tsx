import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrashIcon } from '../../ui/icons/later-icons.ts'
import { Modal } from './modal.tsx'

/** Deletes what lies open, after one question. */
export function EraseFirst({ onErase }: { readonly onErase: () => void }): ReactElement {
  const { t } = useTranslation('shared-device')
  const [isAsking, setIsAsking] = useState(false)
  const stop = (): void => {
    setIsAsking(false)
  }
  return (
    <div className="row">
      <button
        className="ds-button"
        type="button"
        data-variant="secondary"
        data-color="danger"
        onClick={() => {
          setIsAsking(true)
        }}
      >
        <TrashIcon />
        <span>{t('share.erase')}</span>
      </button>
      {isAsking && (
        <Modal title={t('share.sure')} body={t('share.sureBody')} onCancel={stop}>
          <button className="ds-button" type="button" onClick={stop}>
            {t('share.no')}
          </button>
          <button className="ds-button" type="button" data-variant="secondary" data-color="danger" onClick={onErase}>
            {t('share.yes')}
          </button>
        </Modal>
      )}
    </div>
  )
}
