import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Track, clockWasWrong, historyOf } from '../../domain/scoring/history.ts'
import type { Device } from '../../storage/device.ts'
import { ArrowLeftIcon, InformationIcon } from '../../ui/icons/first-icons.ts'
import '../../ui/assess/step-plot.css'
import { type TimeMark, TimeMarkSample } from '../../ui/assess/time-plot.tsx'
import { OwnHead } from '../../ui/own-head.tsx'
import type { ShareFile } from '../../ui/use-file-out.ts'
import { Awaited } from '../../ui/late.tsx'
import { Area } from './area.tsx'
import { labelsFor } from './entry-words.ts'
import './history.css'
import { Keep } from './keep.tsx'
import { LookBacks } from './look-backs.tsx'
import { comparableIn, lookBacksOf, predecessorOf, stepsOf, thenAt } from './looking-back.ts'
import { SinceLast } from './since-last.tsx'
import { type Remembered, useHistory } from './use-history.ts'

/** As many times as can be taken in at a glance, and how many more each wish for older ones brings. */
const atFirst = 6
const atATime = 10

export type HistoryProps = { readonly device: Device; readonly shareFile?: ShareFile }

/** `/resultat/over-tid`: every time beside those before it, area by area. */
export function HistoryPage({ device, shareFile }: HistoryProps): ReactElement {
  const { t } = useTranslation(['result', 'app'])
  const [most, setMost] = useState(atFirst)
  // One more than is shown: the oldest one shown has something to be compared with.
  const found = useHistory(device.database, most + 1)
  if (found === undefined) return <Awaited word={t('app:frame.loading')} />
  return (
    <>
      <OwnHead mark={t('onlyYou')} title={t('history.title')} lead={found.asked.length < 2 ? t('history.tooFew') : t('history.lead')} />
      {found.asked.length >= 2 && (
        <Told
          {...{ device, found, most }}
          {...(shareFile && { shareFile })}
          onOlder={() => {
            setMost(most + atATime)
            document.getElementById('tracks')?.focus()
          }}
        />
      )}
      <div className="row noprint">
        <Link className="ds-button" data-variant="tertiary" to="/resultat">
          <ArrowLeftIcon />
          <span>{t('history.back')}</span>
        </Link>
      </div>
    </>
  )
}

type ToldProps = HistoryProps & { readonly found: Remembered; readonly most: number; readonly onOlder: () => void }

function Told({ device, found: { asked, hasMore }, most, onOlder, shareFile }: ToldProps): ReactElement {
  const { t, i18n } = useTranslation('result')
  const assessments = asked.map(({ assessment }) => assessment)
  const [previous, latest] = assessments.slice(-2)
  const tracks = historyOf(asked)
  const made = lookBacksOf(assessments)
  const isHidden = (id: string): boolean => assessments.length > most && assessments[0]?.id === id
  const hiddenIn = ({ entries }: Track): number => entries.filter(({ assessment }) => isHidden(assessment.id)).length
  const predecessor = predecessorOf(assessments)
  return (
    <>
      {clockWasWrong(assessments, device.now()) && (
        <div className="note note--plain">
          <InformationIcon />
          <p>{t('history.clock')}</p>
        </div>
      )}
      {latest && previous && <SinceLast tracks={tracks} latest={latest} previous={previous} />}
      <LookBacks
        device={device}
        made={made}
        canLookBack={latest !== undefined && predecessor !== undefined && comparableIn(tracks, latest, predecessor).length > 0}
        answeredAt={(id) => assessments.flatMap((each) => (each.id === id ? stepsOf(tracks, each) : []))}
      />
      <section className="stack" aria-labelledby="tracks">
        <h2 id="tracks" className="t-heading" tabIndex={-1}>
          {t('history.areas')}
        </h2>
        <Key marks={made.length > 0 ? ['last', 'before', 'then'] : ['last', 'before']} />
        {(hasMore || assessments.length > most) && (
          <div className="row noprint">
            <button className="ds-button" data-variant="secondary" type="button" onClick={onOlder}>
              {t('history.older')}
            </button>
          </div>
        )}
        {tracks.map((track) => (
          <Area
            key={track.dimension}
            track={track}
            hidden={hiddenIn(track)}
            labelOf={labelsFor(assessments, i18n.language)}
            thenOf={(id) => thenAt(made, id, track.dimension)}
          />
        ))}
        <p className="t-small soft">
          {t('notes.own')} {assessments.some(({ modules }) => modules.includes('conditions')) && t('history.conditions')}
        </p>
      </section>
      <Keep device={device} {...(shareFile && { shareFile })} />
    </>
  )
}

function Key({ marks }: { readonly marks: readonly TimeMark[] }): ReactElement {
  const { t } = useTranslation('result')
  return (
    <ul className="key">
      {marks.map((mark) => (
        <li key={mark}>
          <TimeMarkSample mark={mark} />
          {t(`history.marks.${mark}`)}
        </li>
      ))}
    </ul>
  )
}
