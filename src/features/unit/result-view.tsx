import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { needsOf } from '../../domain/need/need.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { Round } from '../../protocol/round.ts'
import { IntervalBarKey } from '../../ui/group/interval-bar.tsx'
import { PrintHead } from '../../ui/group/print-head.tsx'
import { BandTable } from './band-table.tsx'
import { Blocks } from './blocks.tsx'
import type { UnitEntry } from './choice.ts'
import { Headline } from './headline.tsx'
import { NeedList } from './need-list.tsx'
import { BeforeYouTalk, WhatIsHidden } from './notes.tsx'
import type { ReleasedUnit } from './reading.ts'
import { Steps } from './steps.tsx'
import { Strengths } from './strengths.tsx'
import { useUnitWords } from './words.ts'

type Props = { readonly unit: UnitEntry; readonly round: Round; readonly result: ReleasedUnit; readonly now: () => string }

/** The one page of a unit: strengths before needs, then every area, what is hidden, and how to talk about it. */
export function UnitResultView({ unit, round, result, now }: Props): ReactElement {
  const { t, i18n } = useTranslation('unit')
  const words = useUnitWords(unit.sector)
  const stands = needsOf(result.total.dimensions)
  const k = words.number(round.k)
  const printed = wholeDate(now(), i18n.language)
  const head = <PrintHead text={t('printed', { unit: unit.name, municipality: round.municipality, date: printed })} />
  return (
    <>
      {head}
      <Headline unit={unit} round={round} n={result.n} words={words} />
      <Strengths strengths={stands.strengths} words={words} />
      <NeedList of={stands} words={words} k={k} />
      <section className="stack" aria-labelledby="all-areas">
        <div className="row-between">
          <h2 id="all-areas" className="t-heading">
            {t('areas.title')}
          </h2>
          <IntervalBarKey sure={t('areas.sure')} maybe={t('areas.maybe')} rest={t('areas.rest')} />
        </div>
        <BandTable caption={t('areas.caption')} figures={result.total.dimensions} words={words} k={k} />
      </section>
      <div className="unit-notes">
        <WhatIsHidden hidden={stands.hidden} blocks={result.blocks} words={words} k={k} />
        <BeforeYouTalk sector={unit.sector} />
      </div>
      <Steps head={head} figures={result.total.dimensions} words={words} />
      {result.blocks.length > 1 && <Blocks head={head} blocks={result.blocks} words={words} k={k} />}
    </>
  )
}
