import '../../ui/group/group.css'
import './unit.css'
import { type ReactElement, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Office, OfficeRefusal } from '../../sync/office.ts'
import { Chooser } from '../../ui/group/chooser.tsx'
import { Refused, Say, Waiting } from '../../ui/group/say.tsx'
import { useLoaded, useNews } from '../../ui/group/use-loaded.ts'
import { BeforeRelease } from './before-release.tsx'
import { type Choice, type RoundEntry, type UnitEntry, chooseShown } from './choice.ts'
import { HiddenUnit } from './hidden-unit.tsx'
import { readUnit } from './reading.ts'
import { UnitResultView } from './result-view.tsx'

type Props = {
  readonly office: Office
  readonly units: readonly UnitEntry[]
  /** ISO 8601; stands on the paper as the day of printing. */
  readonly now: () => string
}

/** What a unit sees of a round: one page, from published figures only. */
export function UnitPage({ office, units, now }: Props): ReactElement {
  const { t } = useTranslation('group')
  const [rounds, again, renew] = useLoaded(office.rounds)
  const [params] = useSearchParams()
  if (rounds.kind === 'waiting') return <Waiting text={t('waiting')} />
  if (rounds.kind === 'refused') return <NotFetched refusal={rounds.error} again={again} />
  const wanted = { unit: params.get('unit'), round: params.get('round') }
  const choice = chooseShown(units, rounds.value.rounds, wanted)
  return (
    <>
      <Choosers choice={choice} />
      <Shown office={office} choice={choice} renewRounds={renew} now={now} />
    </>
  )
}

function Choosers({ choice: { units, unit, rounds, round } }: { readonly choice: Choice }): ReactElement | null {
  const { t } = useTranslation('group')
  const [, setParams] = useSearchParams()
  if (unit === undefined || (units.length < 2 && rounds.length < 2)) return null
  return (
    <div className="choosers">
      <Chooser
        label={t('unit')}
        choices={units.map((each) => ({ id: each.unit, name: each.name }))}
        value={unit.unit}
        onChange={(id) => {
          setParams({ unit: id })
        }}
      />
      <Chooser
        label={t('round')}
        choices={rounds.map((each) => ({ id: each.round, name: each.title }))}
        value={round?.round ?? ''}
        onChange={(id) => {
          setParams({ unit: unit.unit, round: id })
        }}
      />
    </div>
  )
}

type Around = { readonly office: Office; readonly renewRounds: () => void; readonly now: () => string }

function Shown({ choice, ...around }: Around & { readonly choice: Choice }): ReactElement {
  const { t } = useTranslation('unit')
  const { unit, round } = choice
  if (unit === undefined) return <Say title={t('noUnit.title')} text={t('noUnit.text')} />
  if (round === undefined) return <Say title={t('noRound.title')} text={t('noRound.text', { unit: unit.name })} />
  return <UnitRound {...around} unit={unit} round={round} />
}

type UnitRoundProps = Around & { readonly unit: UnitEntry; readonly round: RoundEntry }

function UnitRound({ office, unit, round, renewRounds, now }: UnitRoundProps): ReactElement {
  const { t } = useTranslation('group')
  const load = useCallback(() => readUnit(office, round.round, unit.unit), [office, round.round, unit.unit])
  const [view, again] = useLoaded(load)
  useNews(round.state, view.kind === 'here' ? view.value.round.state : undefined, renewRounds)
  if (view.kind === 'waiting') return <Waiting text={t('waiting')} />
  if (view.kind === 'refused') return <NotFetched refusal={view.error} again={again} />
  if (view.value.kind === 'before') return <BeforeRelease unit={unit} view={view.value} />
  if (view.value.kind === 'hidden') return <HiddenUnit unit={unit} round={view.value.round} />
  return <UnitResultView unit={unit} round={view.value.round} result={view.value.result} now={now} />
}

function NotFetched({ refusal: { kind }, again }: { readonly refusal: OfficeRefusal; readonly again: () => void }): ReactElement {
  const { t } = useTranslation('group')
  return <Refused title={t(`refusal.${kind}.title`)} text={t(`refusal.${kind}.text`)} again={t('again')} onAgain={again} />
}
