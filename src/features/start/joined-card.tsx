import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayAndMonth } from '../../i18n/dates.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { listParticipations } from '../../storage/participations.ts'
import { findRound } from '../../storage/rounds.ts'
import { PaperplaneIcon } from '../../ui/icons/first-icons.ts'

/** The unit and the closing day of the round that is still under way, as far as the device knows them. */
async function look(database: PeilDatabase): Promise<{ readonly unit?: string; readonly closes?: string }> {
  const going = (await listParticipations(database)).find(({ stage }) => stage !== 'settled')
  const known = going && (await findRound(database, going.round))
  const unit = known?.document.units.find((each) => each.unit === going?.unit)
  return known?.document.state === 'open' && unit !== undefined ? { unit: unit.name, closes: known.document.closes } : {}
}

/** Stands in the place of the slip card once a slip has been used. */
export function JoinedCard({ database }: { readonly database: PeilDatabase }): ReactElement | null {
  const { t, i18n } = useTranslation()
  const joined = useLiveQuery(() => look(database), [database])
  if (joined === undefined) return null
  const { unit, closes } = joined
  return (
    <section className="note note--land" aria-labelledby="slip">
      <PaperplaneIcon />
      <h2 id="slip" className="t-sub">
        {unit === undefined || closes === undefined
          ? t('start.joined.title')
          : t('start.joined.titleUntil', { unit, date: dayAndMonth(closes, i18n.language) })}
      </h2>
      <p className="t-small">{t('start.joined.body')}</p>
      <div className="row">
        <Link className="ds-button" data-variant="secondary" data-size="sm" to="/bidra">
          {t('start.joined.go')}
        </Link>
      </div>
    </section>
  )
}
