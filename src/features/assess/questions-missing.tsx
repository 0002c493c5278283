import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device } from '../../storage/device.ts'
import { NotFetched } from '../../ui/not-fetched.tsx'

type Props = {
  readonly device: Device
  /** After every attempt, where nothing notices by itself that they have come. */
  readonly onFetched?: () => void
  /** Offered before the start: nobody has to wait for a round in order to see where they stand. */
  readonly onShipped?: () => void
}

/** The round's own questions are named, and not on the device. Nothing that was answered is lost. */
export function QuestionsMissing({ device, onFetched, onShipped }: Props): ReactElement {
  const { t } = useTranslation('own-pack')
  const fetchAgain = async (): Promise<void> => {
    await device.fetchPacks()
    onFetched?.()
  }
  return (
    <main className="page" id="content">
      <NotFetched
        title={t('missing.title')}
        body={t('missing.body')}
        again={t('missing.again')}
        trying={t('missing.trying')}
        still={t('missing.still')}
        onAgain={fetchAgain}
      >
        {onShipped && (
          <button className="ds-button" data-variant="secondary" type="button" onClick={onShipped}>
            {t('missing.shipped')}
          </button>
        )}
        <Link className="ds-button" data-variant="tertiary" to="/">
          {t('missing.home')}
        </Link>
      </NotFetched>
    </main>
  )
}
