import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type LookBack, type LookBackRefusal, forgetThen, mostLookedBack, placeThen } from '../../domain/assessment/look-back.ts'
import type { Dimension, Step } from '../../domain/instrument/instrument.ts'
import { type Result, ok } from '../../domain/result.ts'
import { finishOf, historyOf } from '../../domain/scoring/history.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { Device } from '../../storage/device.ts'
import { changeLookBack, lookBackIn } from '../../storage/look-backs.ts'
import { Alert } from '../../ui/alert.tsx'
import '../../ui/assess/question.css'
import '../../ui/assess/step-plot.css'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { OwnHead } from '../../ui/own-head.tsx'
import { PickMany } from '../../ui/picks.tsx'
import { Saved } from '../../ui/saved.tsx'
import { Awaited } from '../../ui/late.tsx'
import './history.css'
import { LookBackAreas } from './look-back-areas.tsx'
import { type Comparable, comparableIn, predecessorOf } from './looking-back.ts'
import { useHistory } from './use-history.ts'

/** Far enough back for the time before, also when other work was in between. */
const searched = 12

/** `/resultat/tilbakeblikk`: with what you know now, where were you last time? */
export function LookBackPage({ device }: { readonly device: Device }): ReactElement {
  const { t, i18n } = useTranslation(['result', 'app'])
  const found = useHistory(device.database, searched)
  if (found === undefined) return <Awaited word={t('app:frame.loading')} />
  const assessments = found.asked.map(({ assessment }) => assessment)
  const [latest, predecessor] = [assessments.at(-1), predecessorOf(assessments)]
  const areas = latest && predecessor ? comparableIn(historyOf(found.asked), latest, predecessor) : []
  const isThere = latest !== undefined && predecessor !== undefined && areas.length > 0
  return (
    <>
      <OwnHead
        mark={t('onlyYou')}
        title={t('lookBack.title')}
        lead={isThere ? t('lookBack.lead', { date: wholeDate(finishOf(predecessor), i18n.language) }) : t('lookBack.nothing')}
      >
        {isThere && <p>{t('lookBack.why')}</p>}
      </OwnHead>
      {isThere && <LookingBack {...{ device, latest, predecessor, areas }} />}
      <div className="row">
        <Link className="ds-button" data-variant={isThere ? 'primary' : 'secondary'} to="/resultat/over-tid">
          <span>{t('lookBack.done')}</span>
          <ArrowRightIcon />
        </Link>
      </div>
    </>
  )
}

type Props = {
  readonly device: Device
  readonly latest: Assessment
  readonly predecessor: Assessment
  readonly areas: readonly Comparable[]
}

function LookingBack({ device, latest, predecessor, areas }: Props): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const stored: LookBack | undefined = lookBackIn(latest)
  const placed = areas.map(({ dimension }) => dimension).filter((dimension) => stored?.steps[dimension] !== undefined)
  const [picked, setPicked] = useState<readonly Dimension[]>(placed)
  const [isFull, setFull] = useState(false)
  const [refused, setRefused] = useState(false)
  const change = async (decide: (before: LookBack | undefined) => Result<LookBack | undefined, LookBackRefusal>): Promise<void> => {
    setRefused(!(await changeLookBack(device.database, latest.id, device.now(), decide)).ok)
  }
  const place = (dimension: Dimension, step: Step | undefined): void => {
    const at = device.now()
    void change((before) =>
      step === undefined ? ok(forgetThen(before, dimension)) : placeThen(before, predecessor.id, { dimension, step }, at),
    )
  }
  const pick = (chosen: readonly Dimension[]): void => {
    const isTooMany = chosen.length > mostLookedBack
    setFull(isTooMany)
    if (isTooMany) return
    setPicked(chosen)
    const [left] = placed.filter((dimension) => !chosen.includes(dimension))
    if (left !== undefined) place(left, undefined)
  }
  return (
    <>
      <div className="stack-s">
        <PickMany
          legend={t('lookBack.pick')}
          name="areas"
          picks={areas.map(({ dimension }) => ({ value: dimension, name: content.dimension(latest.sector, dimension).name }))}
          values={picked}
          onChange={pick}
          abreast
        />
        <div role="status">{isFull && <p className="note note--plain">{t('lookBack.full')}</p>}</div>
      </div>
      <LookBackAreas
        sector={latest.sector}
        areas={areas.filter(({ dimension }) => picked.includes(dimension))}
        lookBack={stored}
        onPlace={place}
      />
      {refused && <Alert>{t('lookBack.notSaved')}</Alert>}
      <div className="stack-s">
        <p className="t-small soft">{t('lookBack.never')}</p>
        {placed.length > 0 && !refused && <Saved>{t('lookBack.saved')}</Saved>}
      </div>
    </>
  )
}
