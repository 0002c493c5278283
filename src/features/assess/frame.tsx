import type { ReactElement, ReactNode, SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Part } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import '../../ui/assess/question.css'
import { Course } from '../../ui/course.tsx'
import { ArrowLeftIcon, ArrowRightIcon, CheckmarkCircleIcon, PauseIcon } from '../../ui/icons/first-icons.ts'
import { areaNumber, courseOf } from './course-of.ts'
import { FailedSave } from './failed-save.tsx'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

/** Said only when everything on the screen is durable. */
function SavedLine({ saved }: { readonly saved: boolean }): ReactElement {
  const { t } = useTranslation('assess')
  return (
    <p className="saved" role="status">
      {saved && (
        <>
          <CheckmarkCircleIcon />
          <span>
            {t('bar.saved')}
            <span className="long"> {t('bar.savedWhere')}</span>
          </span>
        </>
      )}
    </p>
  )
}

type CourseProps = { readonly underWay: UnderWay; readonly part?: Part | undefined; readonly itemId?: string; readonly says: string }

function CourseLine({ underWay, part, itemId, says }: CourseProps): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent()
  const area = part && areaNumber(part)
  return (
    <div className="course">
      <Course parts={courseOf(underWay.assessment, underWay.instrument, itemId)} />
      <p className="course__say">
        {part && (
          <span>
            {area ? t('course.area', area) : t('course.module')}{' '}
            <strong>{content.dimension(underWay.assessment.sector, part.dimension).name}</strong>
          </span>
        )}
        <span className="num">{says}</span>
      </p>
    </div>
  )
}

type Props = CourseProps & {
  readonly saved: boolean
  readonly previous?: string | undefined
  readonly nextLabel?: string
  readonly onNext: () => void
  readonly twoColumns?: boolean
  readonly children: ReactNode
}

/** What stands round every screen of an assessment. Enter goes on, from the button and from a chosen answer. */
export function AskFrame({ saved, previous, nextLabel, onNext, twoColumns = false, children, ...course }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const submit = (submitted: SyntheticEvent): void => {
    submitted.preventDefault()
    onNext()
  }
  return (
    <form className="ask" onSubmit={submit} noValidate>
      <header className="ask__top">
        <div className="ask__bar">
          <Link className="ds-button" data-variant="tertiary" data-size="sm" to="/">
            {course.underWay.isGuest ? <ArrowLeftIcon /> : <PauseIcon />}
            <span>{t('bar.pause')}</span>
          </Link>
          <SavedLine saved={saved} />
        </div>
        <CourseLine {...course} />
      </header>
      <main className={twoColumns ? 'ask__body ask__body--two' : 'ask__body'} id="content">
        {children}
      </main>
      <footer className="ask__foot">
        <FailedSave {...course.underWay} />
        <div>
          {previous === undefined ? (
            <span />
          ) : (
            <button
              className="ds-button"
              data-variant="secondary"
              type="button"
              onClick={() => {
                go(previous)
              }}
            >
              <ArrowLeftIcon />
              <span>{t('bar.previous')}</span>
            </button>
          )}
          <button className="ds-button" data-variant="primary" type="submit">
            <span>{nextLabel ?? t('bar.next')}</span>
            <ArrowRightIcon />
          </button>
        </div>
      </footer>
    </form>
  )
}
