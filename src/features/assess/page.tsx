import { type ReactElement, Suspense, lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Route, Routes, useNavigate, useParams } from 'react-router'
import { reopenAssessment } from '../../domain/assessment/assessment.ts'
import { resumeAt, stopsOf } from '../../domain/assessment/stops.ts'
import { itemIn, itemsOf, partHolding } from '../../domain/instrument/instrument.ts'
import { ok } from '../../domain/result.ts'
import { namespacesFor } from '../../i18n/content.ts'
import type { Device } from '../../storage/device.ts'
import { useNewView } from '../../ui/use-new-view.ts'
import { Awaited } from '../../ui/late.tsx'
import { BeginScreen } from './begin.tsx'
import { ChooseScreen } from './choose.tsx'
import { ConfidenceScreen } from './confidence.tsx'
import { FailedSave } from './failed-save.tsx'
import { FinishScreen } from './finish.tsx'
import { ItemScreen } from './item.tsx'
import { Message } from './message.tsx'
import { end, pathOf, root } from './paths.ts'
import { PredictionScreen } from './prediction.tsx'
import { type Found, type UnderWay, useUnderWay } from './under-way.ts'

/** What comes after the questions, or hardly ever, is not waited for before the first. */
const MorePartsScreen = lazy(() => import('./more-parts.tsx').then((screen) => ({ default: screen.MorePartsScreen })))
const StoryScreen = lazy(() => import('./story.tsx').then((screen) => ({ default: screen.StoryScreen })))
const QuestionsMissing = lazy(() => import('./questions-missing.tsx').then((page) => ({ default: page.QuestionsMissing })))

export type AssessProps = {
  readonly device: Device
  /** What must be known before a person starts on this device, if anything. */
  readonly beforeStart: ReactElement | null
}

/** Everything under `/kartlegging`. Stands without the app's frame: nothing but the question. */
export function AssessPages({ device, beforeStart }: AssessProps): ReactElement {
  const during = (screen: DuringProps['screen'], shown: DuringProps['shown'] = 'while open'): ReactElement => (
    <During device={device} beforeStart={beforeStart} screen={screen} shown={shown} />
  )
  return (
    <Routes>
      <Route index element={<Resume device={device} beforeStart={beforeStart} />} />
      <Route path="ny" element={<BeginScreen device={device} beforeStart={beforeStart} />} />
      <Route
        path="forventning"
        element={during((underWay) => (
          <PredictionScreen underWay={underWay} now={device.now} />
        ))}
      />
      <Route
        path="punkt/:itemId"
        element={during((underWay) => (
          <ItemStop underWay={underWay} now={device.now} />
        ))}
      />
      <Route
        path="omraade/:dimension"
        element={during((underWay) => (
          <ConfidenceStop underWay={underWay} now={device.now} />
        ))}
      />
      <Route
        path="slutt"
        element={during(
          (underWay) => (
            <EndStop underWay={underWay} now={device.now} />
          ),
          'finished too',
        )}
      />
      <Route
        path="deler"
        element={during(
          (underWay) => (
            <MorePartsScreen underWay={underWay} now={device.now} />
          ),
          'finished too',
        )}
      />
      <Route
        path="fortelling/:vignetteId"
        element={during(
          (underWay) => (
            <StoryStop underWay={underWay} now={device.now} />
          ),
          'finished too',
        )}
      />
      <Route path="*" element={<Navigate to={root} replace />} />
    </Routes>
  )
}

function Loading(): ReactElement {
  const { t } = useTranslation()
  return (
    <main className="page" id="content">
      <Awaited word={t('frame.loading')} />
    </main>
  )
}

function NotHere({ device }: Pick<AssessProps, 'device'>): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <QuestionsMissing device={device} />
    </Suspense>
  )
}

/** `/kartlegging`: on to the first screen not yet passed. */
function Resume({ device, beforeStart }: AssessProps): ReactElement {
  const found = useUnderWay(device)
  if (found.kind === 'loading') return <Loading />
  if (found.kind === 'not-fetched') return <NotHere device={device} />
  if (found.kind === 'none' || found.assessment.finishedAt !== undefined) return <ChooseScreen beforeStart={beforeStart} />
  return <Navigate to={pathOf(resumeAt(found.assessment, found.instrument))} replace />
}

type DuringProps = AssessProps & {
  readonly screen: (underWay: UnderWay) => ReactElement
  /** What changes no answer stays open after the end. */
  readonly shown: 'while open' | 'finished too'
}

function During({ device, beforeStart, screen, shown }: DuringProps): ReactElement {
  const found = useUnderWay(device)
  const { itemId } = useParams()
  useWordsAhead(found)
  const isFinished = found.kind === 'there' && found.assessment.finishedAt !== undefined
  useNewView(isFinished && shown === 'while open' ? 'finished' : 'open')
  if (found.kind === 'loading') return <Loading />
  if (found.kind === 'not-fetched') return <NotHere device={device} />
  if (found.kind === 'none') {
    const { refusal } = found
    return <ChooseScreen beforeStart={beforeStart} {...(refusal && { refusal })} {...(itemId && { toItem: itemId })} />
  }
  return isFinished && shown === 'while open' ? <Finished underWay={found} now={device.now} /> : screen(found)
}

/** The words of the next areas come while the person reads. */
function useWordsAhead(found: Found): void {
  const { i18n } = useTranslation()
  const instrument = found.kind === 'there' ? found.instrument : undefined
  useEffect(() => {
    if (instrument) void i18n.loadNamespaces([...namespacesFor(itemsOf(instrument))])
  }, [i18n, instrument])
}

type ScreenProps = { readonly underWay: UnderWay; readonly now: () => string }

function ItemStop({ underWay, now }: ScreenProps): ReactElement {
  const { itemId = '' } = useParams()
  const item = itemIn(underWay.instrument, itemId)
  const part = partHolding(underWay.instrument, itemId)
  return item && part ? <ItemScreen key={itemId} underWay={underWay} item={item} part={part} now={now} /> : <Unknown />
}

function ConfidenceStop({ underWay, now }: ScreenProps): ReactElement {
  const { dimension } = useParams()
  const isAsked = stopsOf(underWay.instrument).some((stop) => stop.kind === 'confidence' && stop.dimension === dimension)
  const part = underWay.instrument.parts.find((each) => isAsked && each.dimension === dimension)
  return part ? <ConfidenceScreen key={dimension} underWay={underWay} part={part} now={now} /> : <Unknown />
}

/** The finish screen, until the result is on the screen; what has been finished elsewhere is said to be. */
function EndStop({ underWay, now }: ScreenProps): ReactElement {
  const [isFinishing, setFinishing] = useState(false)
  const isOver = underWay.assessment.finishedAt !== undefined && !isFinishing
  useNewView(isOver ? 'finished' : 'open')
  return isOver ? <Finished underWay={underWay} now={now} /> : <FinishScreen underWay={underWay} now={now} onFinishing={setFinishing} />
}

function StoryStop({ underWay, now }: ScreenProps): ReactElement {
  const { vignetteId } = useParams()
  const vignette = underWay.instrument.vignettes?.find(({ id }) => id === vignetteId)
  return vignette ? <StoryScreen key={vignetteId} underWay={underWay} vignette={vignette} now={now} /> : <Unknown />
}

function Unknown(): ReactElement {
  const { t } = useTranslation('assess')
  return (
    <Message title={t('unknown.title')} lead={t('unknown.lead')}>
      <Link className="ds-button" to={root}>
        {t('unknown.goOn')}
      </Link>
    </Message>
  )
}

function Finished({ underWay, now }: ScreenProps): ReactElement {
  const { t } = useTranslation('assess')
  const navigate = useNavigate()
  const reopen = async (): Promise<void> => {
    const at = now()
    if (await underWay.save('reopen', (before) => ok(reopenAssessment(before, at)))) await navigate(end)
  }
  return (
    <Message title={t('finished.title')} lead={t('finished.lead')}>
      <FailedSave {...underWay} />
      <Link className="ds-button" to="/resultat">
        {t('finished.result')}
      </Link>
      <button className="ds-button" data-variant="secondary" type="button" onClick={() => void reopen()}>
        {t('finished.reopen')}
      </button>
      <Link className="ds-button" data-variant="tertiary" to="/">
        {t('finished.home')}
      </Link>
    </Message>
  )
}
