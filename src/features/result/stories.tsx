import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Instrument, Vignette } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { Fold } from '../../ui/assess/fold.tsx'
import { PersonGroupIcon } from '../../ui/icons/later-icons.ts'

type Props = { readonly assessment: Assessment; readonly instrument: Instrument }

/** Where the person and Peil placed the colleagues of the stories. Shown, and never used to correct. */
export function Stories({ assessment, instrument }: Props): ReactElement | null {
  const { t } = useTranslation('result')
  useContent(instrument.vignettes)
  const placed = (instrument.vignettes ?? []).filter(({ id }) => assessment.vignettes[id] !== undefined)
  if (placed.length === 0) return null
  return (
    <Fold Icon={PersonGroupIcon} title={t('stories.title')}>
      <div className="prose">
        <p>{t('stories.lead')}</p>
        {placed.map((vignette) => (
          <Story key={vignette.id} vignette={vignette} assessment={assessment} />
        ))}
      </div>
    </Fold>
  )
}

function Story({ vignette, assessment }: { readonly vignette: Vignette; readonly assessment: Assessment }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const { story, why } = content.vignette(vignette.id)
  const own = assessment.vignettes[vignette.id] ?? vignette.step
  const lang = content.spokenIn(vignette.id)
  return (
    <>
      <p className="quote" lang={lang}>
        {story}
      </p>
      <p>
        {own === vignette.step
          ? t('stories.same', { step: content.stepName(own) })
          : t('stories.other', { own: content.stepName(own), ours: content.stepName(vignette.step) })}{' '}
        <span lang={lang}>{why}</span>
      </p>
    </>
  )
}
