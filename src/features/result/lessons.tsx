import './lessons.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { bestLanguage, resourcesFor } from '../../domain/resource/choose.ts'
import { type Resource, isChecked } from '../../domain/resource/resource.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { nameInSentence } from '../../i18n/languages.ts'
import { resources } from '../../instruments/resources.ts'
import type { ProfileFile } from '../../protocol/profile.ts'
import { OutwardLink } from '../../ui/outward-link.tsx'
import type { Outcome } from './outcome.ts'
import { type Line, lineOf } from './resource-line.ts'

const most = 3

/** Items about talking with homes of screens: there it helps to know what families are advised. */
const aboutHomes = ['barnehage.6.talking-about-media', 'sfo.2.different-homes']

type Props = {
  readonly outcome: Outcome
  /** What the municipality of the person's round says about resources, if it says anything. */
  readonly profile: ProfileFile | undefined
}

/** Up to three things to learn from for the next step, and what can be done where there is little. */
export function Lessons({ outcome: { assessment, suggestion, rows }, profile: file }: Props): ReactElement | null {
  const { t, i18n } = useTranslation('resources')
  const content = useContent()
  if (suggestion === undefined) return null
  const { sector, tier } = assessment
  const { dimension, itemId } = suggestion
  const wish = { dimension, sector, tier, language: i18n.language, most, ...(file && { country: file.profile.country }) }
  const chosen = resourcesFor(resources, wish, file?.profile)
  const aboutScreens = aboutHomes.includes(itemId) || rows.some((row) => row.dimension === 'screen')
  return (
    <section className="stack" aria-labelledby="lessons">
      <div className="stack-s">
        <h2 id="lessons" className="t-heading">
          {t('title')}
        </h2>
        {chosen.length > 0 && <p className="soft">{t('lead', { area: content.dimension(sector, dimension).name })}</p>}
      </div>
      <Chosen resources={chosen} file={file} />
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

type ChosenProps = { readonly resources: readonly Resource[]; readonly file: ProfileFile | undefined }

function Chosen({ resources: chosen, file }: ChosenProps): ReactElement | null {
  const { t, i18n } = useTranslation('resources')
  const lines: Readonly<Record<string, string>> = t('lines', { returnObjects: true })
  const seen = chosen.filter((each) => resources.includes(each) && isChecked(each))
  const [oldest] = seen.map(({ checkedAt }) => checkedAt).toSorted()
  if (chosen.length === 0) return null
  return (
    <>
      <ul className="card card--flush lessons">
        {chosen.map((resource) => (
          <Lesson
            key={resource.id}
            resource={resource}
            line={lineOf(resource, lines, file, i18n.language)}
            isChosen={!seen.includes(resource)}
          />
        ))}
      </ul>
      {oldest && <p className="t-small soft">{t('seen', { date: wholeDate(oldest, i18n.language) })}</p>}
    </>
  )
}

type LessonProps = {
  readonly resource: Resource
  readonly line: Line | undefined
  /** By the municipality, which has added or confirmed it. */
  readonly isChosen: boolean
}

function Lesson({ resource, line, isChosen }: LessonProps): ReactElement {
  const { t, i18n } = useTranslation('resources')
  const language = bestLanguage(resource, i18n.language) ?? i18n.language
  const facts = [
    t('owner', { owner: resource.owner }),
    ...(isChosen ? [t('chosen')] : []),
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
        {line && <p lang={line.language}>{line.text}</p>}
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
