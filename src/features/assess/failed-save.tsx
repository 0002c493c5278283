import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../ui/alert.tsx'
import { ArrowsCirclepathIcon } from '../../ui/icons/first-icons.ts'
import { type SaveRefusal, isTemporary } from './saving.ts'

type Props = { readonly refusal?: SaveRefusal; readonly retry?: () => Promise<boolean>; readonly reload?: () => void }

/** Says aloud that something is not saved, and what the person can do. */
export function FailedSave({ refusal, retry, reload }: Props): ReactElement | undefined {
  const { t } = useTranslation('assess')
  if (refusal === undefined) return undefined
  const canRetry = isTemporary(refusal) && retry !== undefined
  const canReload = canRetry && refusal.kind === 'storage-unavailable' && reload !== undefined
  return (
    <div className="stack-s">
      <Alert>
        {t(`failed.${refusal.kind}`)} {canRetry && t('failed.stillHere')}
      </Alert>
      {canRetry && (
        <div className="row">
          <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={() => void retry()}>
            <ArrowsCirclepathIcon />
            {t('failed.retry')}
          </button>
          {canReload && (
            <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={reload}>
              {t('failed.reload')}
            </button>
          )}
        </div>
      )}
      {canReload && <p className="t-small soft">{t('failed.otherwise')}</p>}
    </div>
  )
}
