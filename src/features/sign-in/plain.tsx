import '../../ui/group/group.css'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { languages, nameOfLanguage } from '../../i18n/languages.ts'
import { LanguageSelect } from '../../ui/language-select.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

/** The frame of every page for leaders and owners. `menu` stands at the top once somebody is signed in. */
export function Plain({ menu, children }: { readonly menu?: ReactNode; readonly children: ReactNode }): ReactElement {
  const { t, i18n } = useTranslation('sign-in')
  return (
    <div className="office">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="top">
        <div className="top__in">
          <Link className="brand" to="/" aria-label={t('frame.home')}>
            <Wordmark />
          </Link>
          {menu}
        </div>
      </header>
      <main className="page arrive" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="foot__in">
          <LanguageSelect
            label={t('frame.language')}
            languages={languages.map((code) => ({ code, name: nameOfLanguage(code) }))}
            value={i18n.language}
            onChange={(code) => void i18n.changeLanguage(code)}
          />
          <Link to="/om">{t('frame.about')}</Link>
        </div>
      </footer>
    </div>
  )
}
