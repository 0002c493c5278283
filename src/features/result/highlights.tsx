import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Step, steps } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { withoutTerms } from '../../domain/content/terms.ts'
import { AnchorIcon } from '../../ui/assess/anchor-icon.tsx'
import { HikingTrailSignIcon } from '../../ui/icons/first-icons.ts'
import { PlusIcon } from '../../ui/icons/later-icons.ts'
import type { Outcome } from './outcome.ts'

/** One strength and one next step, side by side. */
export function Highlights({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation('result')
  return (
    <section className="pair" aria-label={t('main')}>
      {outcome.strength && <StrengthPane outcome={outcome} strength={outcome.strength} />}
      {outcome.suggestion ? <NextPane outcome={outcome} suggestion={outcome.suggestion} /> : <NothingNext outcome={outcome} />}
    </section>
  )
}

function MiniSteps({ step }: { readonly step: Step }): ReactElement {
  return (
    <span className="mini" aria-hidden="true">
      {steps.map((each) => (
        <i key={each} className={each === step ? 'on' : undefined} />
      ))}
    </span>
  )
}

type StrengthProps = { readonly outcome: Outcome; readonly strength: NonNullable<Outcome['strength']> }

function StrengthPane({ outcome: { assessment, rows }, strength }: StrengthProps): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const level = rows.find(({ dimension }) => dimension === strength.dimension)?.level
  return (
    <div className="pane pane--sea">
      <p className="eyebrow">
        <AnchorIcon />
        {t('strength.eyebrow')}
      </p>
      <h2 className="t-heading">{content.dimension(assessment.sector, strength.dimension).name}</h2>
      {level?.kind === 'level' && (
        <p className="stepword">
          <MiniSteps step={level.step} />
          {content.stepName(level.step)}
        </p>
      )}
      <p lang={content.spokenIn(strength.itemId)}>
        {t('strength.quote', { words: withoutTerms(content.item(strength.itemId, assessment).anchors[strength.step] ?? '') })}
      </p>
      {strength.step >= 3 && <p className="pane__end">{t('strength.ask')}</p>}
    </div>
  )
}

type NextProps = { readonly outcome: Outcome; readonly suggestion: NonNullable<Outcome['suggestion']> }

function NextPane({ outcome: { assessment }, suggestion }: NextProps): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const { anchors } = content.item(suggestion.itemId, assessment)
  return (
    <div className="pane pane--land">
      <p className="eyebrow eyebrow--land">
        <HikingTrailSignIcon small />
        {t('next.eyebrow')}
      </p>
      <h2 className="t-heading">{content.dimension(assessment.sector, suggestion.dimension).name}</h2>
      <dl className="fromto">
        <dt>{t('next.now')}</dt>
        <dd lang={content.spokenIn(suggestion.itemId)}>{withoutTerms(anchors[suggestion.from] ?? '')}</dd>
        <dt>{t('next.then')}</dt>
        <dd lang={content.spokenIn(suggestion.itemId)}>
          <strong>{withoutTerms(anchors[suggestion.to] ?? '')}</strong>
        </dd>
      </dl>
      <div className="row noprint">
        <Link className="ds-button" data-variant="primary" data-size="sm" to={`/plan?forslag=${suggestion.itemId}`}>
          <PlusIcon />
          <span>{t('next.add')}</span>
        </Link>
      </div>
    </div>
  )
}

function NothingNext({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation('result')
  const allFew = outcome.rows.every(({ level }) => level.kind === 'too-few')
  return (
    <div className="pane pane--land">
      <p className="eyebrow eyebrow--land">
        <HikingTrailSignIcon small />
        {t('next.eyebrow')}
      </p>
      <h2 className="t-heading">{t('next.none')}</h2>
      <p>{allFew ? t('next.noneFew') : t('next.noneTop')}</p>
    </div>
  )
}
