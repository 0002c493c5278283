import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Confidence, rateConfidence } from '../../domain/assessment/assessment.ts'
import { neighboursOf } from '../../domain/assessment/stops.ts'
import type { Part } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { AnswerCards } from '../../ui/assess/answer-cards.tsx'
import { SkipForwardIcon } from '../../ui/icons/first-icons.ts'
import { AskFrame } from './frame.tsx'
import { pathOf } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

const levels = ['unsure', 'fairly-sure', 'sure'] as const satisfies readonly Confidence[]

type Props = { readonly underWay: UnderWay; readonly part: Part; readonly now: () => string }

/** After each area. Going on without a choice is the same as skipping. */
export function ConfidenceScreen({ underWay, part, now }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent()
  const go = useGo()
  const { assessment, instrument } = underWay
  const { dimension } = part
  const key = `confidence ${dimension}`
  const given = assessment.confidence[dimension]
  const { previous, next } = neighboursOf(instrument, { kind: 'confidence', dimension })
  const rate = (confidence: Confidence | 'skipped'): Promise<boolean> => {
    const at = now()
    return underWay.save(key, (before) => rateConfidence(before, instrument, dimension, confidence, at))
  }
  const goOn = async (): Promise<void> => {
    if (given !== undefined || (await rate('skipped'))) go(pathOf(next))
  }
  const skip = async (): Promise<void> => {
    if (await rate('skipped')) go(pathOf(next))
  }
  return (
    <AskFrame
      underWay={underWay}
      part={part}
      says={t('course.confidence')}
      saved={given !== undefined && !underWay.isUnsaved(key)}
      previous={previous && pathOf(previous)}
      onNext={() => void goOn()}
      twoColumns
    >
      <div className="ask__side">
        <div className="ask__stem">
          <h1 className="t-title" id="stem">
            {t('confidence.title')}
          </h1>
          <p className="t-lead" id="how">
            {t('confidence.lead', { area: content.dimension(assessment.sector, dimension).name })}
          </p>
        </div>
      </div>
      <fieldset className="ask__answers" aria-labelledby="stem" aria-describedby="how">
        <legend className="sr">{t('confidence.legend')}</legend>
        <AnswerCards
          cards={levels.map((level) => ({ value: level, name: t(`confidence.${level}.name`), pieces: [t(`confidence.${level}.words`)] }))}
          group={key}
          chosen={given}
          closeLabel=""
          onChoose={(value) => {
            const level = levels.find((each) => each === value)
            if (level) void rate(level)
          }}
        />
        <div className="aside">
          <button type="button" className="optout" data-chosen={given === 'skipped'} onClick={() => void skip()}>
            <SkipForwardIcon />
            <span>{given === 'skipped' ? t('item.skipped') : t('confidence.skip')}</span>
          </button>
        </div>
      </fieldset>
    </AskFrame>
  )
}
