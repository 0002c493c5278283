import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, nameOfLanguage } from '../../i18n/languages.ts'
import { HeroChart } from '../../ui/hero-chart.tsx'
import { LanguageSelect } from '../../ui/language-select.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

/** What stands round everything at the door: the word mark, the language, a faint chart. */
export function DoorFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const { t, i18n } = useTranslation(['shared-device', 'app'])
  return (
    <div className="door">
      <div className="door__chart" aria-hidden="true">
        <HeroChart />
      </div>
      <header className="door__top">
        <span className="brand" role="img" aria-label="Peil">
          <Wordmark />
        </span>
        <LanguageSelect
          label={t('app:frame.language')}
          languages={languages.map((code) => ({ code, name: nameOfLanguage(code) }))}
          value={i18n.language}
          onChange={(code) => void i18n.changeLanguage(code)}
        />
      </header>
      <main className="door__in">{children}</main>
    </div>
  )
}
