import '../../ui/pairs.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useContent } from '../../i18n/content.ts'
import { withoutTerms } from '../../domain/content/terms.ts'
import type { Outcome } from './outcome.ts'

/** How the workplace is, in the words the person chose. No steps and no plot: it says nothing about the person. */
export function Conditions({ outcome: { assessment, conditions } }: { readonly outcome: Outcome }): ReactElement | null {
  const { t } = useTranslation('result')
  const content = useContent()
  if (conditions.length === 0) return null
  return (
    <section className="stack" aria-labelledby="conditions">
      <div className="stack-s">
        <h2 id="conditions" className="t-heading">
          {content.dimension(assessment.sector, 'conditions').name}
        </h2>
        <p className="t-small soft">{t('conditions')}</p>
      </div>
      <dl className="card card--flush pairs conditions">
        {conditions.map(({ itemId, step }) => {
          const { stem, anchors } = content.item(itemId, assessment)
          return (
            <div key={itemId}>
              <dt lang={content.spokenIn(itemId)}>{withoutTerms(stem)}</dt>
              <dd lang={content.spokenIn(itemId)}>{withoutTerms(anchors[step] ?? '')}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
