import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Office } from '../../sync/office.ts'
import { useLoaded } from '../../ui/group/use-loaded.ts'
import { placeFor } from './place.ts'

/** A way on for somebody whose link is used up because they signed in with it. */
export function AlreadyIn({ office }: { readonly office: Office }): ReactElement | null {
  const { t } = useTranslation('sign-in')
  const [session] = useLoaded(office.session)
  if (session.kind !== 'here' || session.value.role === null) return null
  return (
    <>
      <p>{t('refused.already')}</p>
      <Link className="ds-button" to={placeFor(session.value)}>
        {session.value.role === 'owner' ? t('toOwner') : t('toUnit')}
      </Link>
    </>
  )
}
