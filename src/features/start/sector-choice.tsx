import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Sector, sectors } from '../../domain/instrument/instrument.ts'

type Props = { readonly ready: readonly Sector[]; readonly value: Sector | undefined; readonly onChange: (sector: Sector) => void }

/** A sector without questions yet is named, and says so. */
export function SectorChoice({ ready, value, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack-s">
      <legend className="t-sub">{t('start.choose.title')}</legend>
      <div className="sectors">
        {sectors.map((sector) => (
          <label key={sector} className="pick">
            <input
              className="ds-input"
              type="radio"
              name="sector"
              value={sector}
              checked={sector === value}
              disabled={!ready.includes(sector)}
              onChange={() => {
                onChange(sector)
              }}
            />
            <strong>{t(`sectors.${sector}`)}</strong>
            {!ready.includes(sector) && <span className="t-small soft">{t('start.choose.notReady')}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
