import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Instrument, type Tier, partOf } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import type { SharedDimension } from '../../sync/values.ts'

type Props = { readonly shared: readonly SharedDimension[]; readonly instrument: Instrument; readonly tier: Tier | undefined }

/** Every value of the message, in words, in the order in which it is sent. */
export function SendList({ shared, instrument, tier }: Props): ReactElement {
  const { t } = useTranslation(['contribute', 'group'])
  const content = useContent()
  return (
    <div className="card card--flush">
      <dl className="sendlist">
        {shared.map(({ dimension, value }) => (
          <div key={dimension}>
            <dt>{content.dimension(instrument.sector, dimension).name}</dt>
            {value === undefined ? (
              <dd className="none">{partOf(instrument, dimension) ? t('offer.what.tooFew') : t('offer.what.notAsked')}</dd>
            ) : (
              <dd>
                {content.stepName(value.step)}
                <span className={value.below ? 'tag tag--land' : 'tag'}>
                  {value.below ? t('offer.what.below') : t('offer.what.atTarget')}
                </span>
              </dd>
            )}
          </div>
        ))}
        {tier !== undefined && (
          <div>
            <dt>{t('offer.what.tier')}</dt>
            <dd>{t(`group:tiers.${tier}`)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
