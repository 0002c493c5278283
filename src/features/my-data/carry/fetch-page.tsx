import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Assessment } from '../../../domain/assessment/assessment.ts'
import type { Result } from '../../../domain/result.ts'
import { wholeDate } from '../../../i18n/dates.ts'
import { inSentence } from '../../../i18n/in-sentence.ts'
import type { CarriedRefusal } from '../../../protocol/carried.ts'
import { readCarried } from '../../../storage/carry.ts'
import type { Device } from '../../../storage/device.ts'
import { type TakeInRefusal, takeBackupIn } from '../../../storage/take-backup-in.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Saved } from '../../../ui/saved.tsx'

/** What the code said, read once. The address bar and the history forget it at once. */
function useCarried(): Result<Assessment, CarriedRefusal> | undefined {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [carried, setCarried] = useState<Result<Assessment, CarriedRefusal>>()
  useEffect(() => {
    if (hash !== '') {
      void readCarried(hash).then(setCarried)
      void navigate(pathname, { replace: true })
    }
  }, [hash, pathname, navigate])
  return carried
}

/** Where the code of a result leads: it is shown what it is, and taken in if the person says so. */
export function FetchPage({ device }: { readonly device: Device }): ReactElement | null {
  const { t } = useTranslation('carry')
  const carried = useCarried()
  if (carried === undefined) return <Message body={t('fetch.nothing')} />
  if (!carried.ok) return <Message body={t(`fetch.${carried.error.kind}`)} />
  return <Offer device={device} assessment={carried.value} />
}

function Message({ body }: { readonly body: string }): ReactElement {
  const { t } = useTranslation('carry')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('fetch.none')}</h1>
        <p className="t-lead">{body}</p>
      </div>
      <div className="row">
        <Link className="ds-button" data-variant="secondary" to="/">
          {t('fetch.home')}
        </Link>
      </div>
    </>
  )
}

type Taken = 'taken' | 'had' | TakeInRefusal['kind']

function Offer({ device, assessment }: { readonly device: Device; readonly assessment: Assessment }): ReactElement {
  const { t, i18n } = useTranslation(['carry', 'app'])
  const [taken, setTaken] = useState<Taken>()
  const { sector, tier, answers } = assessment
  const date = wholeDate(assessment.finishedAt ?? assessment.changedAt, i18n.language)
  const take = async (): Promise<void> => {
    const done = await takeBackupIn(device.database, { madeAt: device.now(), assessments: [assessment], settings: {} })
    if (!done.ok) setTaken(done.error.kind)
    else setTaken(done.value.assessments.same + done.value.assessments.kept === 1 ? 'had' : 'taken')
  }
  const isIn = taken === 'taken' || taken === 'had'
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('fetch.title')}</h1>
        {!isIn && <p className="t-lead">{t('fetch.lead')}</p>}
      </div>
      <dl className="settings holdings">
        <div>
          <dt>{t('fetch.finished')}</dt>
          <dd>{date}</dd>
        </div>
        <div>
          <dt>{t('fetch.for')}</dt>
          <dd>
            {t(`app:sectors.${sector}`)}, {inSentence(t(`app:roles.${sector}.${tier}.name`), i18n.language)}
          </dd>
        </div>
        <div>
          <dt>{t('fetch.answers')}</dt>
          <dd className="num">{Object.keys(answers).length}</dd>
        </div>
      </dl>
      {isIn && <Saved>{t(`fetch.${taken}`)}</Saved>}
      {taken !== undefined && !isIn && <Alert>{taken === 'plan-unread' ? t('fetch.not-a-result') : t(`app:refusals.${taken}`)}</Alert>}
      <div className="row">
        {isIn ? (
          <Link className="ds-button" to="/resultat">
            {t('fetch.see')}
          </Link>
        ) : (
          <button className="ds-button" type="button" onClick={() => void take()}>
            {t('fetch.take')}
          </button>
        )}
        <Link className="ds-button" data-variant="secondary" to="/">
          {t('fetch.home')}
        </Link>
      </div>
      {!isIn && <p className="t-small soft">{t(device.isInstalled() ? 'fetch.here' : 'fetch.browser')}</p>}
    </>
  )
}
