import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tier } from '../../domain/instrument/instrument.ts'

const roles = ['practice', 'teacher', 'leader'] as const satisfies readonly Tier[]

type Props = { readonly sector: 'barnehage'; readonly value: Tier | undefined; readonly onChange: (tier: Tier) => void }

export function RoleChoice({ sector, value, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack-s">
      <legend className="t-sub">{t('start.choose.roleTitle')}</legend>
      <div className="roles">
        {roles.map((tier) => (
          <label key={tier} className="pick">
            <input
              className="ds-input"
              type="radio"
              name="role"
              value={tier}
              checked={tier === value}
              onChange={() => {
                onChange(tier)
              }}
            />
            <strong>{t(`roles.${sector}.${tier}.name`)}</strong>
            <span className="t-small soft">{t(`roles.${sector}.${tier}.about`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
