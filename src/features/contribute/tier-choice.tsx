import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tier } from '../../domain/instrument/instrument.ts'
import type { RoundUnit } from '../../protocol/round.ts'

type Props = { readonly unit: RoundUnit; readonly value: Tier | undefined; readonly onChange: (tier: Tier) => void }

/** For a role the unit has no group for: the person chooses, nobody guesses. */
export function TierChoice({ unit, value, onChange }: Props): ReactElement {
  const { t } = useTranslation(['contribute', 'group'])
  return (
    <fieldset className="card stack-s">
      <legend className="t-sub">{t('offer.tier.title')}</legend>
      <p className="t-small soft">{t('offer.tier.body', { unit: unit.name })}</p>
      {unit.tiers.map((tier) => (
        <label key={tier} className="tier-pick">
          <input
            className="ds-input"
            type="radio"
            name="tier"
            checked={tier === value}
            onChange={() => {
              onChange(tier)
            }}
          />
          {t(`group:tiers.${tier}`)}
        </label>
      ))}
    </fieldset>
  )
}
