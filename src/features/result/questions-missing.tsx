import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device } from '../../storage/device.ts'
import { NotFetched } from '../../ui/not-fetched.tsx'

/** What was answered is here, and the questions are not: a result without them would say nothing. */
export function QuestionsMissing({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation('own-pack')
  return (
    <NotFetched
      title={t('missing.title')}
      body={t('missing.body')}
      again={t('missing.again')}
      trying={t('missing.trying')}
      still={t('missing.still')}
      onAgain={device.fetchPacks}
    >
      <Link className="ds-button" data-variant="tertiary" to="/">
        {t('missing.home')}
      </Link>
    </NotFetched>
  )
}
