import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { answerTo, answeredCount, finishAssessment, unansweredItems } from '../../domain/assessment/assessment.ts'
import { resumeAt, stopsOf } from '../../domain/assessment/stops.ts'
import { itemsOf, modulesFor, partHolding } from '../../domain/instrument/instrument.ts'
import { ok } from '../../domain/result.ts'
import { levelOf } from '../../domain/scoring/level.ts'
import { useContent } from '../../i18n/content.ts'
import { listIn } from '../../i18n/lists.ts'
import { withoutTerms } from '../../domain/content/terms.ts'
import { HeroBand } from '../../ui/hero-chart.tsx'
import { ChevronRightIcon, InformationIcon, PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { AskFrame } from './frame.tsx'
import { moreParts, pathOf, storyPath } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

type Props = {
  readonly underWay: UnderWay
  readonly now: () => string
  /** True from when the person asks for the result: this screen stays until the result is there. */
  readonly onFinishing: (finishing: boolean) => void
}

/** The last screen: what has no answer, and the way to the result. */
export function FinishScreen({ underWay, now, onFinishing }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const { assessment, instrument } = underWay
  const last = stopsOf(instrument).at(-1)
  const isThrough = resumeAt(assessment, instrument) === undefined
  const finish = async (): Promise<void> => {
    const at = now()
    onFinishing(true)
    if (await underWay.save('finish', (before) => ok(finishAssessment(before, at)))) go('/resultat')
    else onFinishing(false)
  }
  return (
    <AskFrame
      underWay={underWay}
      says={t('course.finish')}
      saved={underWay.refusal === undefined}
      previous={last && pathOf(last)}
      nextLabel={t('finish.result')}
      onNext={() => void finish()}
    >
      <div className="ask__stem">
        {isThrough && <HeroBand />}
        <h1 className="t-title">{isThrough ? t('finish.title') : t('finish.titleEarly')}</h1>
        <p className="t-lead">{t('finish.lead', { done: answeredCount(assessment, instrument), all: itemsOf(instrument).length })}</p>
      </div>
      <Unanswered underWay={underWay} />
      {isThrough && <More underWay={underWay} />}
      <p className="private__say">
        <PadlockLockedIcon small />
        {t('finish.onlyYou')}
      </p>
    </AskFrame>
  )
}

/** What a person may take along before the result, and may leave. */
function More({ underWay: { assessment, instrument } }: Pick<Props, 'underWay'>): ReactElement | null {
  const { t } = useTranslation('assess')
  const content = useContent()
  const [first] = instrument.vignettes ?? []
  const open = modulesFor(assessment.tier).filter((module) => !assessment.modules.includes(module))
  const names = open.map((module) => content.dimension(assessment.sector, module).name)
  if (first === undefined && open.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="more">
      <h2 className="t-sub" id="more">
        {t('finish.moreTitle')}
      </h2>
      <ul className="card card--flush ways">
        {first && <MoreLink to={storyPath(first.id)} title={t('finish.stories')} about={t('finish.storiesAbout')} />}
        {open.length > 0 && <MoreLink to={moreParts} title={t('finish.parts')} about={listIn(content.language, names)} />}
      </ul>
    </section>
  )
}

function MoreLink({ to, title, about }: { readonly to: string; readonly title: string; readonly about: string }): ReactElement {
  return (
    <li>
      <Link to={to}>
        <span>
          <strong>{title}</strong>
          <small>{about}</small>
        </span>
        <ChevronRightIcon />
      </Link>
    </li>
  )
}

function Unanswered({ underWay: { assessment, instrument } }: Pick<Props, 'underWay'>): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent(itemsOf(instrument))
  const open = unansweredItems(assessment, instrument)
  const nameOf = (dimension: string): string => content.dimension(assessment.sector, dimension).name
  const few = instrument.parts.filter((part) => levelOf(assessment, part).kind === 'too-few')
  if (open.length === 0) return <p>{t('finish.noneOpen')}</p>
  return (
    <section className="stack" aria-labelledby="open">
      <div>
        <h2 className="t-heading" id="open">
          {t('finish.openTitle')}
        </h2>
        <p className="soft">{t('finish.openLead')}</p>
      </div>
      {few.length > 0 && (
        <div className="note note--land">
          <InformationIcon />
          <p>
            {few.length === instrument.parts.length
              ? t('finish.fewAll')
              : t('finish.few', { areas: few.map(({ dimension }) => nameOf(dimension)).join(', ') })}
          </p>
        </div>
      )}
      <ul className="card card--flush ways">
        {open.map((item) => (
          <li key={item.id}>
            <Link to={pathOf({ kind: 'item', itemId: item.id })}>
              <span>
                <strong lang={content.spokenIn(item.id)}>{withoutTerms(content.item(item.id, assessment).stem)}</strong>
                <small>
                  {nameOf(partHolding(instrument, item.id)?.dimension ?? '')} ·{' '}
                  {answerTo(assessment, item) === undefined ? t('finish.unanswered') : t('finish.skipped')}
                </small>
              </span>
              <ChevronRightIcon />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
