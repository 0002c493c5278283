import './knowledge-check.css'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { type CheckQuestion, modules } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { modulePacks } from '../../instruments/packs.ts'
import { PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { Question } from './question.tsx'

const checked = modules.filter((module) => modulePacks[module].check !== undefined)

/** `/kunnskap/…`: five questions with the answer at once. Kept nowhere: closed is forgotten. */
export function KnowledgeCheckPage(): ReactElement {
  const { t } = useTranslation('knowledge-check')
  const { part } = useParams()
  const module = checked.find((each) => each === part)
  if (module === undefined) return <Choose />
  return <Check key={module} module={module} questions={modulePacks[module].check ?? []} title={t('title')} />
}

/** Which of the checks, where none is named. */
function Choose(): ReactElement {
  const { t } = useTranslation('knowledge-check')
  const content = useContent()
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('choose.title')}</h1>
        <p className="t-lead">{t('choose.lead')}</p>
      </div>
      <ul className="card card--flush ways">
        {checked.map((module) => (
          <li key={module}>
            <Link to={`/kunnskap/${module}`}>
              <strong>{content.dimension('', module).name}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

type CheckProps = { readonly module: string; readonly questions: readonly CheckQuestion[]; readonly title: string }

function Check({ module, questions, title }: CheckProps): ReactElement {
  const { t } = useTranslation('knowledge-check')
  const content = useContent(questions)
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const isDone = questions.every(({ id }) => chosen[id] !== undefined)
  return (
    <>
      <div className="stack-s">
        <p className="eyebrow">
          <PadlockLockedIcon small />
          {t('onlyYou')}
        </p>
        <h1 className="t-display">{content.dimension('', module).name}</h1>
        <p className="t-lead">{title}</p>
      </div>
      {questions.map((question, at) => (
        <Question
          key={question.id}
          id={question.id}
          number={at + 1}
          words={content.check(question.id)}
          right={question.right}
          chosen={chosen[question.id]}
          onChoose={(option) => {
            setChosen((before) => ({ ...before, [question.id]: option }))
          }}
        />
      ))}
      <p role="status">{isDone && t('done')}</p>
      <p>
        <Link className="link" to="/resultat">
          {t('toResult')}
        </Link>
      </p>
    </>
  )
}
