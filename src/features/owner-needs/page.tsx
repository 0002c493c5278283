import '../../ui/group/group.css'
import './needs.css'
import { type ReactElement, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { RoundList } from '../../protocol/session.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'
import { Chooser } from '../../ui/group/chooser.tsx'
import { Refused, Say, Waiting } from '../../ui/group/say.tsx'
import { useLoaded, useNews } from '../../ui/group/use-loaded.ts'
import { useNewView } from '../../ui/use-new-view.ts'
import { BeforeRelease } from './before-release.tsx'
import { NeedsView } from './needs-view.tsx'
import { readNeeds } from './reading.ts'

type RoundEntry = RoundList['rounds'][number]
type Props = {
  readonly office: Office
  /** ISO 8601; stands on the paper as the day of printing. */
  readonly now: () => string
}

/** What a municipality sees of a round: where more is needed, and how many course seats that may mean. */
export function NeedsPage({ office, now }: Props): ReactElement {
  const { t } = useTranslation(['owner', 'group'])
  const [rounds, again, renew] = useLoaded(office.rounds)
  const [params] = useSearchParams()
  if (rounds.kind === 'waiting') return <Waiting text={t('group:waiting')} />
  if (rounds.kind === 'refused') return <NotFetched refusal={rounds.error} again={again} />
  const all = rounds.value.rounds
  const round = all.find((each) => each.round === params.get('round')) ?? all.find((each) => each.state === 'released') ?? all[0]
  if (round === undefined) return <Say title={t('noRound.title')} text={t('noRound.text')} />
  return (
    <>
      <RoundChooser rounds={all} round={round} />
      <Shown office={office} round={round} renewRounds={renew} now={now} />
    </>
  )
}

function RoundChooser({ rounds, round }: { readonly rounds: readonly RoundEntry[]; readonly round: RoundEntry }): ReactElement | null {
  const { t } = useTranslation('group')
  const [, setParams] = useSearchParams()
  if (rounds.length < 2) return null
  return (
    <div className="choosers">
      <Chooser
        label={t('round')}
        choices={rounds.map((each) => ({ id: each.round, name: each.title }))}
        value={round.round}
        onChange={(id) => {
          setParams({ round: id })
        }}
      />
    </div>
  )
}

type ShownProps = { readonly office: Office; readonly round: RoundEntry; readonly renewRounds: () => void; readonly now: () => string }

function Shown({ office, round, renewRounds, now }: ShownProps): ReactElement {
  const { t } = useTranslation('group')
  const load = useCallback(() => readNeeds(office, round.round), [office, round.round])
  const [needs, again] = useLoaded(load)
  useNews(round.state, needs.kind === 'here' ? needs.value.round.state : undefined, renewRounds)
  const [isClosed, setClosed] = useState(false)
  useNewView(isClosed && needs.kind === 'here' ? 'released here' : 'as opened')
  if (needs.kind === 'waiting') return <Waiting text={t('waiting')} />
  if (needs.kind === 'refused') return <NotFetched refusal={needs.error} again={again} />
  const { released } = needs.value
  const onClosed = (): void => {
    setClosed(true)
    again()
  }
  if (released === undefined) return <BeforeRelease office={office} round={needs.value.round} onClosed={onClosed} />
  return <NeedsView round={needs.value.round} release={released.release} profile={released.profile} now={now} />
}

function NotFetched({ refusal: { kind }, again }: { readonly refusal: OfficeRefusal; readonly again: () => void }): ReactElement {
  const { t } = useTranslation('group')
  return <Refused title={t(`refusal.${kind}.title`)} text={t(`refusal.${kind}.text`)} again={t('again')} onAgain={again} />
}
