import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useNavigate } from 'react-router'
import type { Office } from '../../sync/office.ts'
import { Alert } from '../../ui/alert.tsx'
import { GroupIcon } from '../../ui/group/group-icon.tsx'
import { Buildings3Icon, LeaveIcon } from '../../ui/icons/later-icons.ts'
import { type SignedInSession, places } from './place.ts'

type Props = { readonly office: Office; readonly session: SignedInSession }

/** The places that exist for this role, whose figures these are, and the way out. */
export function Menu({ office, session }: Props): ReactElement {
  const { t } = useTranslation('sign-in')
  return (
    <>
      <nav className="nav" aria-label={t('frame.menu')}>
        {session.role === 'owner' && (
          <NavLink to={places.owner} end>
            {t('frame.owner')}
          </NavLink>
        )}
        <NavLink to={places.unit}>{session.role === 'owner' ? t('frame.units') : t('frame.unit')}</NavLink>
        {session.role === 'owner' && <NavLink to={places.profile}>{t('frame.profile')}</NavLink>}
      </nav>
      <div className="office-menu">
        <Chip session={session} />
        <SignOut office={office} />
      </div>
    </>
  )
}

function Chip({ session }: { readonly session: SignedInSession }): ReactElement {
  const [unit, ...more] = session.units
  const ownUnit = session.role === 'leader' && more.length === 0 ? unit : undefined
  return (
    <span className="office-chip">
      {ownUnit ? <GroupIcon name="unit" small /> : <Buildings3Icon small />}
      {(ownUnit ?? session.municipality).name}
    </span>
  )
}

function SignOut({ office }: { readonly office: Office }): ReactElement {
  const { t } = useTranslation('sign-in')
  const [failed, setFailed] = useState(false)
  const navigate = useNavigate()
  const leave = async (): Promise<void> => {
    setFailed(false)
    const reply = await office.signOut()
    if (reply.ok) await navigate('/')
    else setFailed(true)
  }
  return (
    <>
      <button className="ds-button" type="button" data-variant="tertiary" data-size="sm" onClick={() => void leave()}>
        <LeaveIcon small />
        <span>{t('frame.out')}</span>
      </button>
      {failed && <Alert>{t('frame.outFailed')}</Alert>}
    </>
  )
}
