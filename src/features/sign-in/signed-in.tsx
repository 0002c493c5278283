import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Office } from '../../sync/office.ts'
import { Refused, Say, Waiting } from '../../ui/group/say.tsx'
import { useLoaded } from '../../ui/group/use-loaded.ts'
import { Menu } from './menu.tsx'
import { type SignedInSession, places } from './place.ts'
import { Plain } from './plain.tsx'

type Props = {
  readonly office: Office
  readonly place: keyof typeof places
  /** The page, drawn only for somebody who may see it. The server decides again on every request. */
  readonly children: (session: SignedInSession) => ReactNode
}

/** The frame round a page for leaders and owners, and the guard before it. */
export function SignedIn({ office, place, children }: Props): ReactElement {
  const { t } = useTranslation(['sign-in', 'group'])
  const [session, again] = useLoaded(office.session)
  if (session.kind === 'waiting') return <Plain>{<Waiting text={t('guard.waiting')} />}</Plain>
  if (session.kind === 'refused') {
    const { kind } = session.error
    return (
      <Plain>
        <Refused title={t(`group:refusal.${kind}.title`)} text={t(`group:refusal.${kind}.text`)} again={t('group:again')} onAgain={again} />
      </Plain>
    )
  }
  if (session.value.role === null) return <Plain>{<NotIn />}</Plain>
  const allowed = place === 'unit' || session.value.role === 'owner'
  return <Plain menu={<Menu office={office} session={session.value} />}>{allowed ? children(session.value) : <WrongRole />}</Plain>
}

function NotIn(): ReactElement {
  const { t } = useTranslation('sign-in')
  return (
    <Say title={t('guard.title')} text={t('guard.text')}>
      <p>{t('noSecret.staff')}</p>
      <Link className="link" to="/">
        {t('toStart')}
      </Link>
    </Say>
  )
}

function WrongRole(): ReactElement {
  const { t } = useTranslation('sign-in')
  return (
    <Say title={t('guard.wrongRole.title')} text={t('guard.wrongRole.text')}>
      <Link className="ds-button" to={places.unit}>
        {t('toUnit')}
      </Link>
    </Say>
  )
}
