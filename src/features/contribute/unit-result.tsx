import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isShown } from '../../domain/anonymity/sums.ts'
import { bandOf } from '../../domain/need/band.ts'
import { inFrameworkOrder, intervalOf } from '../../domain/need/need.ts'
import { useContent } from '../../i18n/content.ts'
import { spanOf } from '../../i18n/intervals.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { UnitResult } from '../../protocol/results.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import type { Contributing, ResultRefusal } from '../../sync/contributing.ts'
import { BarChartIcon } from '../../ui/icons/later-icons.ts'
import { sectorOf, useNumber } from './words.ts'

type Props = { readonly known: KnownRound; readonly unit: RoundUnit; readonly contributing: Contributing }
type Reading = { readonly kind: 'none' | 'loading' } | { readonly kind: 'read'; readonly result: UnitResult } | ResultRefusal

/** The unit's published result, for everybody who joined, where the round shows it to them. */
export function UnitResultView({ known, unit, contributing }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const [reading, setReading] = useState<Reading>({ kind: 'none' })
  const read = async (): Promise<void> => {
    setReading({ kind: 'loading' })
    const result = await contributing.unitResult(known.round, unit.unit)
    setReading(result.ok ? { kind: 'read', result: result.value } : result.error)
  }
  if (reading.kind === 'none') {
    return (
      <div className="row">
        <button className="ds-button" data-variant="secondary" type="button" onClick={() => void read()}>
          <BarChartIcon />
          <span>{t('result.show')}</span>
        </button>
      </div>
    )
  }
  return (
    <section className="stack" aria-labelledby="unit-result" role="status">
      <h2 id="unit-result" className="t-heading">
        {t('result.title', { unit: unit.name })}
      </h2>
      {reading.kind === 'read' ? (
        <Figures result={reading.result} unit={unit} k={known.document.k} />
      ) : (
        <p className="soft">{reading.kind === 'loading' ? t('result.loading') : t(`result.${reading.kind}`)}</p>
      )}
    </section>
  )
}

function Figures({ result, unit, k }: { readonly result: UnitResult; readonly unit: RoundUnit; readonly k: number }): ReactElement {
  const { t } = useTranslation(['contribute', 'group'])
  const content = useContent()
  const number = useNumber()
  if (result.state === 'hidden') return <p className="soft">{t('result.tooFew', { k: number(k) })}</p>
  return (
    <>
      <p className="soft">{t('result.body', { n: result.n })}</p>
      <div className="card card--flush">
        <dl className="sendlist">
          {inFrameworkOrder(result.total.dimensions).map((figure) => (
            <div key={figure.id}>
              <dt>{content.dimension(sectorOf(unit), figure.id).name}</dt>
              {isShown(figure) ? (
                <dd>
                  {t('result.line', { band: t(`group:bands.${bandOf(intervalOf(figure)).word}`) })}{' '}
                  <span className="soft num">
                    ({t('group:interval', { span: spanOf(figure.below.lo, figure.below.hi), of: figure.of })})
                  </span>
                </dd>
              ) : (
                <dd className="none">{t('result.hidden')}</dd>
              )}
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
