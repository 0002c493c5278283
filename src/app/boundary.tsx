import { Component, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { useLocation } from 'react-router'
import { type Closed, reopen } from '../storage/opening.ts'
import { device } from './device.ts'
import { storageRefusalOf } from '../storage/refusals.ts'

/** `waiting`: what stands there while the connection is made anew. */
type Props = { readonly children: ReactNode; readonly waiting: ReactNode }
type Caught = { readonly caught?: { readonly error: unknown; readonly place: string } | undefined; readonly isMending?: boolean }

/** Milliseconds. A page that fails again sooner is not helped by yet another connection. */
const soon = 10_000

/** Storage that was there when Peil started and is not now: what lies in it is not gone. */
function closedBy(error: unknown): Closed | undefined {
  const refusal = storageRefusalOf(error)
  return refusal && (refusal.kind === 'storage-full' ? 'refused' : 'hangs')
}

/** What another connection to the database may help: Safari loses the one it has when a tablet wakes. */
function isLost(error: unknown): boolean {
  return storageRefusalOf(error)?.kind === 'storage-unavailable' && !device.database.hasBeenClosed()
}

/** Catches what nobody foresaw, so that a person is never left with an empty page. Going elsewhere starts afresh. */
class Catcher extends Component<Props & { readonly place: string }, Caught> {
  override state: Caught = {}
  private mended = -soon

  static getDerivedStateFromError(error: unknown): Caught {
    return { caught: { error, place: location.pathname }, isMending: isLost(error) }
  }

  override componentDidCatch(): void {
    if (!this.state.isMending) return
    const now = performance.now()
    const isAgain = now < this.mended + soon
    this.mended = now
    void Promise.resolve(!isAgain && reopen(device.database)).then((isOpen) => {
      this.setState(isOpen ? { caught: undefined } : { isMending: false })
    })
  }

  override render(): ReactNode {
    const { caught, isMending } = this.state
    if (caught?.place !== this.props.place) return this.props.children
    return isMending ? this.props.waiting : <Failure storage={closedBy(caught.error)} />
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

export function Boundary(props: Props): ReactElement {
  const { pathname } = useLocation()
  return <Catcher place={pathname} {...props} />
}
