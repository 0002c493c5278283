import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { itemsOf } from '../../domain/instrument/instrument.ts'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { registerOwnWords } from '../../i18n/own-words.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import type { ProfileFile } from '../../protocol/profile.ts'
import { currentAssessment, finishedAssessments } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { packsFor } from '../../storage/own-packs.ts'
import { profileForPerson } from '../../storage/profiles.ts'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { OwnHead } from '../../ui/own-head.tsx'
import type { ShareFile } from '../../ui/use-file-out.ts'
import { Awaited } from '../../ui/late.tsx'
import { Actions } from './actions.tsx'
import { Areas, BasicIt } from './areas.tsx'
import { Conditions } from './conditions.tsx'
import { Highlights } from './highlights.tsx'
import { How } from './how.tsx'
import { Lessons } from './lessons.tsx'
import { Onward } from './onward.tsx'
import { outcomeOf } from './outcome.ts'
import { OverTime, isSameWork } from './over-time.tsx'
import { OwnMade } from './own-made.tsx'
import { QuestionsMissing } from './questions-missing.tsx'
import './result.css'
import { Stories } from './stories.tsx'
import { SameAsText } from './same-as-text.tsx'

type Props = {
  readonly device: Device
  /** Of the round the person has joined, if any. */
  readonly targets?: Targets
  readonly shareFile?: ShareFile
}

/** How the person sees it: never a measurement, never a total. */
export function ResultPage({ device, targets = {}, shareFile }: Props): ReactElement {
  const { t, i18n } = useTranslation(['result', 'app'])
  const { database } = device
  const found = useLiveQuery(async () => {
    const [latest, earlier] = await finishedAssessments(database, 2)
    const packs = await packsFor(database, latest?.instrumentVersion ?? '')
    registerOwnWords(i18n, packs?.map(({ document }) => document) ?? [])
    return { latest, earlier, packs, profile: await profileForPerson(database), current: await currentAssessment(database) }
  }, [database, i18n])
  if (found === undefined) return <Awaited word={t('app:frame.loading')} />
  const { latest, earlier, packs, profile, current } = found
  const isOpen = current !== undefined && current.finishedAt === undefined
  if (latest === undefined) return <NoResult isOpen={isOpen} />
  if (packs === undefined) return <QuestionsMissing device={device} />
  return <Result assessment={latest} {...{ packs, profile, earlier, isOpen, targets }} {...(shareFile && { shareFile })} />
}

function NoResult({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  const { t } = useTranslation('result')
  return (
    <div className="stack">
      <h1 className="t-display">{t('empty.title')}</h1>
      <p className="t-lead">{isOpen ? t('empty.underWay') : t('empty.lead')}</p>
      <div className="row">
        <Link className="ds-button" data-variant="primary" to={isOpen ? '/kartlegging' : '/'}>
          {isOpen ? t('empty.goOn') : t('empty.start')}
        </Link>
      </div>
    </div>
  )
}

type ResultProps = {
  readonly assessment: Assessment
  readonly packs: readonly KeptPack[]
  readonly profile: ProfileFile | undefined
  readonly earlier: Assessment | undefined
  readonly isOpen: boolean
  readonly targets: Targets
  readonly shareFile?: ShareFile
}

function Result({ assessment, packs, profile, earlier, isOpen, targets, shareFile }: ResultProps): ReactElement {
  const { t, i18n } = useTranslation('result')
  const instrument = instrumentFor(assessment, packs)
  const content = useContent(itemsOf(instrument))
  const [spokenIn] = itemsOf(instrument).flatMap(({ id }) => content.spokenIn(id) ?? [])
  const outcome = outcomeOf(assessment, instrument, targets, earlier && isSameWork(assessment, earlier) ? earlier : undefined)
  return (
    <>
      <OwnHead
        mark={t('onlyYou')}
        title={t('title')}
        lead={t('lead', { date: wholeDate(assessment.finishedAt ?? assessment.changedAt, i18n.language) })}
      />
      {isOpen && (
        <div className="note note--plain noprint">
          <InformationIcon />
          <p>
            {t('reopened')} <Link to="/kartlegging">{t('empty.goOn')}</Link>
          </p>
        </div>
      )}
      <OwnMade packs={packs} spokenIn={spokenIn} />
      <Highlights outcome={outcome} />
      <Lessons outcome={outcome} profile={profile} />
      <Areas key={assessment.id} outcome={outcome} />
      <BasicIt outcome={outcome} />
      <Conditions outcome={outcome} />
      <OverTime assessment={assessment} earlier={earlier} />
      <div className="stack-s folds">
        <SameAsText outcome={outcome} />
        <Stories assessment={assessment} instrument={instrument} />
        <How />
      </div>
      <Onward assessment={assessment} instrument={instrument} packs={packs} />
      <Actions outcome={outcome} {...(shareFile && { shareFile })} />
    </>
  )
}
