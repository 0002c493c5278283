import './knowledge-check.css'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { type CheckQuestion, type Module, modules } from '../../domain/instrument/instrument.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { useContent } from '../../i18n/content.ts'
import { registerOwnWords } from '../../i18n/own-words.ts'
import { packAsked } from '../../instruments/packs.ts'
import { finishedAssessments } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { onDevice } from '../../storage/refusals.ts'
import { PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { Awaited } from '../../ui/late.tsx'
import { Question } from './question.tsx'

function checkedIn(packs: readonly KeptPack[]): readonly Module[] {
  return modules.filter((module) => packAsked(module, packs).check !== undefined)
}

/** The own packs that the person answered last. Where they cannot be read, Peil asks its own questions. */
function useOwnPacks(database: Device['database']): readonly KeptPack[] | undefined {
  const { i18n } = useTranslation()
  return useLiveQuery(async () => {
    const read = await onDevice(async () => {
      const [latest] = await finishedAssessments(database, 1)
      return (await packsFor(database, latest?.instrumentVersion ?? '')) ?? []
    })
    const packs = read.ok ? read.value : []
    registerOwnWords(
      i18n,
      packs.map(({ document }) => document),
    )
    return packs
  }, [database, i18n])
}

/** `/kunnskap/…`: a few questions with the answer at once. Kept nowhere: closed is forgotten. */
export function KnowledgeCheckPage({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation(['knowledge-check', 'app'])
  const { part } = useParams()
  const packs = useOwnPacks(device.database)
  if (packs === undefined) return <Awaited word={t('app:frame.loading')} />
  const module = checkedIn(packs).find((each) => each === part)
  if (module === undefined) return <Choose packs={packs} />
  return <Check key={module} module={module} questions={packAsked(module, packs).check ?? []} title={t('title')} />
}

/** Which of the checks, where none is named. */
function Choose({ packs }: { readonly packs: readonly KeptPack[] }): ReactElement {
  const { t } = useTranslation('knowledge-check')
  const content = useContent()
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('choose.title')}</h1>
        <p className="t-lead">{t('choose.lead')}</p>
      </div>
      <ul className="card card--flush ways">
        {checkedIn(packs).map((module) => (
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
          lang={content.spokenIn(question.id)}
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
