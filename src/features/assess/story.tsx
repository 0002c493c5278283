import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { placeVignette } from '../../domain/assessment/assessment.ts'
import { type Vignette, steps } from '../../domain/instrument/instrument.ts'
import { ok } from '../../domain/result.ts'
import { useContent } from '../../i18n/content.ts'
import { AnswerCards } from '../../ui/assess/answer-cards.tsx'
import { explained } from './explained.ts'
import { AskFrame } from './frame.tsx'
import { end, storyPath } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

type Props = { readonly underWay: UnderWay; readonly vignette: Vignette; readonly now: () => string }

/** `/kartlegging/fortelling/…`: a colleague in a short story, on the same five steps. It trains the eye and changes no level. */
export function StoryScreen({ underWay, vignette, now }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const content = useContent([vignette, { id: vignette.item }])
  const { assessment, instrument } = underWay
  // The colleague is one of those who work with the children: the steps are worded for them, whoever reads.
  const reader = { sector: assessment.sector, tier: 'practice' }
  const { story, question } = content.vignette(vignette.id)
  const lang = content.spokenIn(vignette.id)
  const stories = instrument.vignettes ?? []
  const at = stories.indexOf(vignette)
  const after = assessment.finishedAt === undefined ? end : '/resultat'
  const pathTo = (other: Vignette | undefined): string => (other ? storyPath(other.id) : after)
  const placed = assessment.vignettes[vignette.id]
  const key = `story ${vignette.id}`
  const place = (value: string): void => {
    const step = steps.find((each) => String(each) === value)
    const moment = now()
    if (step !== undefined) void underWay.save(key, (before) => ok(placeVignette(before, vignette.id, step, moment)))
  }
  return (
    <AskFrame
      underWay={underWay}
      says={t('course.story', { number: at + 1, of: stories.length })}
      saved={placed !== undefined && !underWay.isUnsaved(key)}
      previous={pathTo(stories[at - 1])}
      onNext={() => {
        go(pathTo(stories[at + 1]))
      }}
      twoColumns
    >
      <div className="ask__side">
        <div className="ask__stem">
          <h1 className="t-title" id="stem" lang={lang}>
            {question}
          </h1>
          <p className="t-lead" lang={lang}>
            {story}
          </p>
          <p className="t-small soft" id="how">
            {t('story.how')}
          </p>
        </div>
      </div>
      <fieldset className="ask__answers" aria-labelledby="stem" aria-describedby="how">
        <legend className="sr">{t('item.legend')}</legend>
        <AnswerCards
          cards={content.item(vignette.item, reader).anchors.map((anchor, step) => ({
            value: String(step),
            name: content.stepName(step),
            pieces: explained(content, vignette.item, anchor),
          }))}
          group={vignette.id}
          chosen={placed === undefined ? undefined : String(placed)}
          closeLabel={t('item.closeTerm')}
          lang={lang}
          onChoose={place}
        />
      </fieldset>
    </AskFrame>
  )
}
