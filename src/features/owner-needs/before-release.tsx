import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndMonth } from '../../i18n/dates.ts'
import type { Round } from '../../protocol/round.ts'
import type { Office } from '../../sync/office.ts'
import { Say } from '../../ui/group/say.tsx'
import { CloseNow } from './close-now.tsx'

type Props = { readonly office: Office; readonly round: Round; readonly onClosed: () => void }

/** No figures yet: until when, and a way not to wait. */
export function BeforeRelease({ office, round, onClosed }: Props): ReactElement {
  const { t, i18n } = useTranslation('owner')
  const date = dayAndMonth(round.closes, i18n.language)
  const accept = dayAndMonth(round.acceptUntil, i18n.language)
  const text =
    round.state === 'open' ? t('notReleased.open', { round: round.title, date }) : t('notReleased.closed', { round: round.title, accept })
  return (
    <Say title={t('notReleased.title')} text={text}>
      <CloseNow office={office} round={round} onClosed={onClosed} />
    </Say>
  )
}
