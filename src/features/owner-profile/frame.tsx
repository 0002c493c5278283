import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation } from 'react-router'
import { wholeDate } from '../../i18n/dates.ts'
import { PrintHead } from '../../ui/group/print-head.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { type Place, pathOf, places } from './faults.ts'
import { RefusalNote } from './refusal-note.tsx'
import { SaveBar } from './save-bar.tsx'
import type { Editing } from './use-editing.ts'

type Props = { readonly edit: Editing; readonly municipality: string; readonly now: () => string }

/** What stands round every page of the profile: its parts, what went wrong, and the way to save. */
export function Frame({ edit, municipality, now }: Props): ReactElement {
  const { t, i18n } = useTranslation('owner-profile')
  const { pathname } = useLocation()
  const here = (Object.keys(places) as Place[]).find((place) => pathOf(place) === pathname.replace(/\/$/, '')) ?? 'plan'
  return (
    <div className="profile">
      <PrintHead text={t('printed', { municipality, date: wholeDate(now(), i18n.language) })} />
      <div className="stack-s">
        <p className="eyebrow">{t('eyebrow', { municipality })}</p>
        <h1 className="t-display">{t(`${here}.title`)}</h1>
        <p className="t-lead">{t(`${here}.lead`)}</p>
      </div>
      <nav className="profile-nav noprint" aria-label={t('menu')}>
        {(Object.keys(places) as Place[]).map((place) => (
          <NavLink key={place} to={pathOf(place)} end>
            {t(`places.${place}`)}
          </NavLink>
        ))}
      </nav>
      <FaultSummary edit={edit} />
      <ConflictNote edit={edit} />
      <RefusalNote edit={edit} />
      <Outlet />
      <SaveBar edit={edit} />
    </div>
  )
}
