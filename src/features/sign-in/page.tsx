import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Office, OfficeRefusal } from '../../sync/office.ts'
import { Alert } from '../../ui/alert.tsx'
import { Say } from '../../ui/group/say.tsx'
import { AlreadyIn } from './already-in.tsx'
import { Plain } from './plain.tsx'
import { placeFor } from './place.ts'

/** The secret of a sign-in link stands in the fragment. It is taken out of the address bar at once. */
function useSecret(): string {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [secret] = useState(hash.slice(1))
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])
  return secret
}

/** Signs in only when the button is pressed, so that whatever opens links beforehand does not use them up. */
export function SignInPage({ office }: { readonly office: Office }): ReactElement {
  const secret = useSecret()
  const [refusal, setRefusal] = useState<OfficeRefusal>()
  const navigate = useNavigate()
  const enter = async (): Promise<void> => {
    setRefusal(undefined)
    const reply = await office.signIn(secret)
    if (reply.ok) await navigate(placeFor(reply.value), { replace: true })
    else setRefusal(reply.error)
  }
  return (
    <Plain>{secret === '' ? <NoLink office={office} /> : <TakeLink office={office} enter={enter} {...(refusal && { refusal })} />}</Plain>
  )
}

function NoLink({ office }: { readonly office: Office }): ReactElement {
  const { t } = useTranslation('sign-in')
  return (
    <Say title={t('noSecret.title')} text={t('noSecret.text')}>
      <AlreadyIn office={office} />
      <p>{t('noSecret.staff')}</p>
      <Link className="link" to="/">
        {t('toStart')}
      </Link>
    </Say>
  )
}

type TakeLinkProps = { readonly office: Office; readonly enter: () => Promise<void>; readonly refusal?: OfficeRefusal }

function TakeLink({ office, enter, refusal }: TakeLinkProps): ReactElement {
  const { t } = useTranslation('sign-in')
  const [busy, setBusy] = useState(false)
  if (refusal?.kind === 'sign-in-needed') return <UsedUp office={office} />
  const press = async (): Promise<void> => {
    setBusy(true)
    await enter()
    setBusy(false)
  }
  return (
    <section className="office-say">
      <p className="eyebrow">{t('eyebrow')}</p>
      <h1 className="t-display">{t('title')}</h1>
      <p>{t('explain')}</p>
      <p className="soft">{t('lasts')}</p>
      {refusal && <Refusal refusal={refusal} />}
      <button className="ds-button" type="button" disabled={busy} onClick={() => void press()}>
        {busy ? t('going') : t('go')}
      </button>
    </section>
  )
}

function Refusal({ refusal }: { readonly refusal: OfficeRefusal }): ReactElement {
  const { t } = useTranslation('group')
  return (
    <Alert>
      <strong>{t(`refusal.${refusal.kind}.title`)}.</strong> {t(`refusal.${refusal.kind}.text`)}
    </Alert>
  )
}

function UsedUp({ office }: { readonly office: Office }): ReactElement {
  const { t } = useTranslation('sign-in')
  return (
    <div role="alert">
      <Say title={t('refused.title')} text={t('refused.text')}>
        <AlreadyIn office={office} />
      </Say>
    </div>
  )
}
