import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../domain/result.ts'
import { languages, nameOfLanguage } from '../../i18n/languages.ts'
import type { StorageRefusal } from '../../storage/refusals.ts'
import { type ColorScheme, colorSchemes } from '../../storage/settings.ts'
import { Alert } from '../../ui/alert.tsx'
import { Segments } from '../../ui/segments.tsx'

export type SchemeProps = {
  readonly scheme: ColorScheme
  readonly changeScheme: (scheme: ColorScheme) => Promise<Result<unknown, StorageRefusal>>
}

export function Display({ scheme, changeScheme }: SchemeProps): ReactElement {
  const { t, i18n } = useTranslation(['my-data', 'app'])
  const [refusal, setRefusal] = useState<StorageRefusal>()
  const change = async (next: ColorScheme): Promise<void> => {
    const saved = await changeScheme(next)
    setRefusal(saved.ok ? undefined : saved.error)
  }
  return (
    <section className="stack-s" aria-labelledby="display">
      <h2 id="display" className="t-heading">
        {t('display.title')}
      </h2>
      <div className="settings">
        <div className="display">
          <strong>{t('display.scheme')}</strong>
          <Segments
            legend={t('display.scheme')}
            name="scheme"
            choices={colorSchemes.map((value) => ({ value, label: t(`display.${value}`) }))}
            value={scheme}
            onChange={(next) => void change(next)}
          />
        </div>
        <div className="display">
          <strong>{t('display.language')}</strong>
          <Segments
            legend={t('display.language')}
            name="language"
            choices={languages.map((value) => ({ value, label: nameOfLanguage(value) }))}
            value={i18n.language}
            onChange={(next) => void i18n.changeLanguage(next)}
          />
        </div>
      </div>
      {refusal !== undefined && <Alert>{t(`app:refusals.${refusal.kind}`)}</Alert>}
    </section>
  )
}
