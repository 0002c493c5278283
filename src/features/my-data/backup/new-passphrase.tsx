import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { randomPhrase } from '../../../storage/random-phrase.ts'
import { ExclamationmarkTriangleIcon } from '../../../ui/icons/first-icons.ts'
import { PassphraseField, ShowTyped } from './passphrase-field.tsx'

export type Chosen = { readonly typed: string; readonly again: string; readonly isShown: boolean }
export type ChoiceFault = 'short' | 'differs'

type Props = { readonly chosen: Chosen; readonly fault: ChoiceFault | undefined; readonly onChange: (chosen: Chosen) => void }

/** A passphrase of one's own, or six words that chance has chosen. Typed twice as long as it is not shown. */
export function NewPassphrase({ chosen, fault, onChange }: Props): ReactElement {
  const { t } = useTranslation('backup')
  const [isOffered, setOffered] = useState(false)
  const suggest = (): void => {
    setOffered(true)
    onChange({ typed: randomPhrase(t('words').split(' ')), again: '', isShown: true })
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
          setOffered(false)
          onChange({ ...chosen, typed })
        }}
      />
      <div className="row">
        <button className="ds-button" type="button" data-variant="secondary" data-size="sm" onClick={suggest}>
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
        {isOffered && <p className="t-small">{t('passphrase.offered')}</p>}
        {isOffered && <p className="phrase">{chosen.typed}</p>}
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
