import { Component, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { useLocation } from 'react-router'
import type { Closed } from '../storage/opening.ts'
import { device } from './device.ts'
import { storageRefusalOf } from '../storage/refusals.ts'

type Props = { readonly children: ReactNode; readonly place: string }
type Caught = { readonly caught?: { readonly error: unknown; readonly place: string } }

/** Catches what nobody foresaw, so that a person is never left with an empty page. Going elsewhere starts afresh. */
class Catcher extends Component<Props, Caught> {
  override state: Caught = {}

  static getDerivedStateFromError(error: unknown): Caught {
    return { caught: { error, place: location.pathname } }
  }

  override render(): ReactNode {
    const { caught } = this.state
    return caught?.place === this.props.place ? <Failure storage={storageRefusalOf(caught.error) && 'refused'} /> : this.props.children
  }
}

const saysOfStorage = {
  refused: 'failure.storageBody',
  blocked: 'failure.storage-blocked',
  hangs: 'failure.storage-hangs',
} as const satisfies Readonly<Record<Closed, string>>

/** `storage`: what is wrong with it, if that is why. */
export function Failure({ storage }: { readonly storage: Closed | undefined }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="failure stack" role="alert">
      <h1 className="t-display">{storage ? t('failure.storageTitle') : t('failure.title')}</h1>
      <p className="t-lead">{t(storage ? saysOfStorage[storage] : 'failure.body')}</p>
      <div className="row">
        <button className="ds-button" type="button" onClick={device.reload}>
          {t('failure.again')}
        </button>
        <a className="link" href="/">
          {t('failure.home')}
        </a>
      </div>
    </div>
  )
}

export function Boundary({ children }: { readonly children: ReactNode }): ReactElement {
  const { pathname } = useLocation()
  return <Catcher place={pathname}>{children}</Catcher>
}
