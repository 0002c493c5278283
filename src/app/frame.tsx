import type { ReactElement } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { Link, NavLink, useLocation } from 'react-router'
import { languages, nameOfLanguage } from '../i18n/languages.ts'
import { CheckmarkCircleIcon, CompassIcon, HikingTrailSignIcon, HouseIcon, PaperplaneIcon } from '../ui/icons/first-icons.ts'
import type { Icon } from '../ui/icons/line-icon.tsx'
import { LanguageSelect } from '../ui/language-select.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import { Guarded } from './guarded.tsx'
import { UpdatePrompt, useUpdate } from './update.tsx'

const places = [
  { to: '/', name: 'frame.start', Icon: HouseIcon },
  { to: '/resultat', name: 'frame.result', Icon: CompassIcon },
  { to: '/plan', name: 'frame.plan', Icon: HikingTrailSignIcon },
  { to: '/bidra', name: 'frame.contribute', Icon: PaperplaneIcon },
] as const satisfies readonly { to: string; name: string; Icon: Icon }[]

/** What stands round every ordinary staff page. Never round a question. */
export function Frame(): ReactElement {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="top">
        <div className="top__in">
          <Link className="brand" to="/" aria-label={t('frame.brand')}>
            <Wordmark />
          </Link>
          <nav className="nav" aria-label={t('frame.mainMenu')}>
            {places.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === '/'}>
                {t(name)}
              </NavLink>
            ))}
          </nav>
        </div>
      </header>
      <main className="page arrive" id="content" tabIndex={-1} key={pathname.split('/')[1]}>
        <UpdatePrompt />
        <Guarded />
      </main>
      <Footer />
      <nav className="tabs" aria-label={t('frame.mainMenuNarrow')}>
        {places.map(({ to, name, Icon }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            <Icon />
            {t(name)}
          </NavLink>
        ))}
      </nav>
    </>
  )
}

function Footer(): ReactElement {
  const { t, i18n } = useTranslation()
  const { ready } = useUpdate()
  return (
    <footer className="foot">
      <div className="foot__in">
        <LanguageSelect
          label={t('frame.language')}
          languages={languages.map((code) => ({ code, name: nameOfLanguage(code) }))}
          value={i18n.language}
          onChange={(code) => void i18n.changeLanguage(code)}
        />
        <Link to="/mine-data">{t('frame.myData')}</Link>
        <Link to="/om#personvern">{t('frame.privacy')}</Link>
        <Link to="/om">{t('frame.about')}</Link>
        <span className="saved push" role="status">
          {ready && <CheckmarkCircleIcon />}
          <span>{ready ? t('frame.offlineReady') : t('frame.offlineNotYet')}</span>
        </span>
      </div>
    </footer>
  )
}
