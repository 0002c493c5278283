import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExclamationmarkTriangleIcon } from '../../../ui/icons/first-icons.ts'
import { PassphraseField, ShowTyped } from './passphrase-field.tsx'
import { useOffer } from './use-offer.ts'

export type Chosen = { readonly typed: string; readonly again: string; readonly isShown: boolean }
export type ChoiceFault = 'short' | 'differs'

type Props = { readonly chosen: Chosen; readonly fault: ChoiceFault | undefined; readonly onChange: (chosen: Chosen) => void }

/** A passphrase of one's own, or six words that chance has chosen. Typed twice as long as it is not shown. */
export function NewPassphrase({ chosen, fault, onChange }: Props): ReactElement {
  const { t } = useTranslation('backup')
  const offer = useOffer()
  const [said, setSaid] = useState<'offered' | 'noOffer'>()
  const suggest = async (): Promise<void> => {
    const words = await offer()
    setSaid(words === undefined ? 'noOffer' : 'offered')
    if (words !== undefined) onChange({ typed: words, again: '', isShown: true })
  }
  return (
    <>
      <PassphraseField
        label={t('passphrase.label')}
        hint={t('passphrase.rule')}
        value={chosen.typed}
        isShown={chosen.isShown}
        fault={fault === 'short' ? t('passphrase.short') : undefined}
        onChange={(typed) => {
          setSaid(undefined)
          onChange({ ...chosen, typed })
        }}
      />
      <div className="row">
        <button className="ds-button" type="button" data-variant="secondary" data-size="sm" onClick={() => void suggest()}>
          {t('passphrase.offer')}
        </button>
        <ShowTyped
          label={t('passphrase.show')}
          isShown={chosen.isShown}
          onChange={(isShown) => {
            onChange({ ...chosen, isShown })
          }}
        />
      </div>
      <div role="status" className="stack-s">
        {said && <p className="t-small">{t(`passphrase.${said}`)}</p>}
        {said === 'offered' && <p className="phrase">{chosen.typed}</p>}
      </div>
      {!chosen.isShown && (
        <PassphraseField
          label={t('passphrase.again')}
          value={chosen.again}
          isShown={false}
          fault={fault === 'differs' ? t('passphrase.differs') : undefined}
          onChange={(again) => {
            onChange({ ...chosen, again })
          }}
        />
      )}
      <div className="note note--land">
        <ExclamationmarkTriangleIcon />
        <p>{t('passphrase.lost')}</p>
      </div>
    </>
  )
}
