import './contribute.css'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { type Entry, parseFragment } from '../../sync/entry.ts'
import { finishedAssessments } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { listParticipations } from '../../storage/participations.ts'
import type { Contributing } from '../../sync/contributing.ts'
import { Alert } from '../../ui/alert.tsx'
import { TabletIcon } from '../../ui/icons/first-icons.ts'
import { useNewView } from '../../ui/use-new-view.ts'
import { Join } from './join.tsx'
import type { Scanner } from './scanning.ts'
import { useEntryFault } from './words.ts'

type Props = {
  readonly device: Device
  readonly contributing: Contributing
  readonly scanner: Scanner
  /** Puts a text on the clipboard; false if the browser does not let it. */
  readonly copy: (text: string) => Promise<boolean>
}

async function look({ database }: Device) {
  const [participations, assessments, finished] = await Promise.all([
    listParticipations(database),
    database.assessments.count(),
    finishedAssessments(database, 1),
  ])
  return { participations, answered: finished[0], isInUse: participations.length > 0 || assessments > 0 }
}

/** Keeps what stood behind # in memory only: address bar and history are cleared at once. */
function useFragment(): string {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [fragment, setFragment] = useState(hash)
  if (hash !== '' && hash !== fragment) setFragment(hash)
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])
  return fragment
}

/** Where a slip's QR code, or a round's link, leads. */
export function SlipPage({ device, contributing, scanner, copy }: Props): ReactElement | null {
  const fragment = useFragment()
  const stored = useLiveQuery(() => look(device), [device])
  const [stays, setStays] = useState(false)
  useNewView(stays ? 'join' : 'arrival')
  if (fragment === '') return <Navigate to="/bidra" replace />
  if (stored === undefined) return null
  const entry = parseFragment(fragment)
  if (!entry.ok) return <Unreadable kind={entry.error.kind} />
  if (!stays && !stored.isInUse && !device.isInstalled()) {
    return <FromCamera entry={entry.value} link={`${device.origin}/r${fragment}`} copy={copy} onStay={() => setStays(true)} />
  }
  const { participations, answered } = stored
  return (
    <Join
      origin={device.origin}
      contributing={contributing}
      scanner={scanner}
      participations={participations}
      answered={answered}
      knownRound={undefined}
      entry={entry.value}
    />
  )
}

function Unreadable({ kind }: { readonly kind: 'not-a-slip' | 'slip-too-new' }): ReactElement {
  const { t } = useTranslation('contribute')
  const say = useEntryFault()
  return (
    <>
      <h1 className="t-display">{t('join.title')}</h1>
      <Alert>{say({ kind })}</Alert>
      <a className="link" href="/bidra">
        {t('slip.back')}
      </a>
    </>
  )
}

type FromCameraProps = { readonly entry: Entry; readonly link: string; readonly copy: Props['copy']; readonly onStay: () => void }

/** The camera opens a tab, whose storage is not the installed app's: said before anything is filled in. */
function FromCamera({ entry, link, copy, onStay }: FromCameraProps): ReactElement {
  const { t } = useTranslation('contribute')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()
  const copyLink = async (): Promise<void> => {
    setOutcome((await copy(link)) ? 'copied' : 'copyFailed')
  }
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{entry.kind === 'slip' ? t('slip.title') : t('join.title')}</h1>
        <p className="t-lead">{entry.kind === 'slip' ? t('slip.lead') : t('join.lead')}</p>
      </div>
      <section className="note note--land" aria-labelledby="home-screen">
        <TabletIcon />
        <h2 id="home-screen" className="t-sub">
          {t('slip.fromCamera.title')}
        </h2>
        <p className="t-small">{t('slip.fromCamera.body')}</p>
        <div className="row">
          <button className="ds-button" type="button" onClick={() => void copyLink()}>
            {t('slip.fromCamera.copy')}
          </button>
          <button className="ds-button" data-variant="secondary" type="button" onClick={onStay}>
            {t('slip.fromCamera.here')}
          </button>
        </div>
        <p className="t-small" role="status">
          {outcome !== undefined && t(`slip.fromCamera.${outcome}`)}
        </p>
      </section>
    </>
  )
}
