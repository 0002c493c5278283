import './lessons.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { bestLanguage, resourcesFor } from '../../domain/resource/choose.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { nameInSentence } from '../../i18n/languages.ts'
import { resources } from '../../instruments/resources.ts'
import { OutwardLink } from '../../ui/outward-link.tsx'
import type { Outcome } from './outcome.ts'

const most = 3

/** Items about talking with homes of screens: there it helps to know what families are advised. */
const aboutHomes = ['barnehage.6.talking-about-media', 'sfo.2.different-homes']

/** Up to three things to learn from for the next step, and what can be done where there is little. */
export function Lessons({ outcome: { assessment, suggestion, rows } }: { readonly outcome: Outcome }): ReactElement | null {
  const { t, i18n } = useTranslation('resources')
  const content = useContent()
  if (suggestion === undefined) return null
  const { sector, tier } = assessment
  const { dimension, itemId } = suggestion
  const chosen = resourcesFor(resources, { dimension, sector, tier, language: i18n.language, most })
  const aboutScreens = aboutHomes.includes(itemId) || rows.some((row) => row.dimension === 'screen')
  return (
    <section className="stack" aria-labelledby="lessons">
      <div className="stack-s">
        <h2 id="lessons" className="t-heading">
          {t('title')}
        </h2>
        {chosen.length > 0 && <p className="soft">{t('lead', { area: content.dimension(sector, dimension).name })}</p>}
      </div>
      <Chosen resources={chosen} />
      {chosen.length < most && <Little found={chosen.length > 0} sector={sector} tier={tier} />}
      {aboutScreens && (
        <p className="noprint">
          <Link className="link" to="/om/skjermrad">
            {t('health')}
          </Link>
        </p>
      )}
    </section>
  )
}

function Chosen({ resources: chosen }: { readonly resources: readonly Resource[] }): ReactElement | null {
  const { t, i18n } = useTranslation('resources')
  const [oldest] = chosen.map(({ checkedAt }) => checkedAt).toSorted()
  if (oldest === undefined) return null
  return (
    <>
      <ul className="card card--flush lessons">
        {chosen.map((resource) => (
          <Lesson key={resource.id} resource={resource} />
        ))}
      </ul>
      <p className="t-small soft">{t('seen', { date: wholeDate(oldest, i18n.language) })}</p>
    </>
  )
}

function Lesson({ resource }: { readonly resource: Resource }): ReactElement {
  const { t, i18n } = useTranslation('resources')
  const language = bestLanguage(resource, i18n.language) ?? i18n.language
  const lines: Readonly<Record<string, string>> = t('lines', { returnObjects: true })
  const facts = [
    t('owner', { owner: resource.owner }),
    t(`login.${resource.login}`),
    ...(language === i18n.language ? [] : [t('language', { language: nameInSentence(language, i18n.language) })]),
  ]
  return (
    <li>
      <p className="lessons__kind">{t(`kinds.${resource.kind}`)}</p>
      <div>
        <h3>
          <OutwardLink url={resource.url} text={resource.name} leaves={t('newTab')} lang={resource.languages[0] ?? language} />
        </h3>
        <p>{lines[resource.id]}</p>
        <p className="lessons__facts">{facts.join(' · ')}</p>
      </div>
    </li>
  )
}

type LittleProps = { readonly found: boolean; readonly sector: string; readonly tier: string }

/** Said plainly: most of what exists is made for teachers in schools. */
function Little({ found, sector, tier }: LittleProps): ReactElement | null {
  const { t } = useTranslation('resources')
  const why = !found ? 'none' : sector === 'sfo' ? 'sfo' : tier === 'practice' ? 'practice' : undefined
  if (why === undefined) return null
  return (
    <div className="stack-s">
      <p>
        {t(`little.${why}`)} {t('talk')}
      </p>
      <p className="noprint">
        <Link className="link" to={`/om/samtalekort?sektor=${sector}`}>
          {t('cards')}
        </Link>
      </p>
    </div>
  )
}
