import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { bandOf } from '../../domain/need/band.ts'
import type { GoalStanding, Standing } from '../../domain/profile/standing.ts'
import type { ProfileReading } from '../../i18n/profiles.ts'
import { BandWord } from '../../ui/group/band-word.tsx'
import { Hidden } from '../../ui/group/hidden.tsx'
import { IntervalBar } from '../../ui/group/interval-bar.tsx'
import type { NeedsWords } from './words.ts'

type Props = {
  readonly number: number
  readonly of: GoalStanding
  readonly said: ProfileReading
  readonly words: NeedsWords
  readonly k: string
}

/** One goal: the areas that serve it, in words, and what else in Peil does. */
export function GoalCard({ number, of, said, words, k }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const { goal, standings } = of
  return (
    <li className="card goal-card">
      <h3 className="t-sub">{t('goals.number', { number, title: said.goal(goal.id) })}</h3>
      {goal.sectors?.map((sector) => (
        <p key={sector} className="t-small soft">
          {t(`goals.sector.${sector}`)}
        </p>
      ))}
      {standings.length > 0 && (
        <ul className="goal-rows">
          {standings.map((standing) => (
            <GoalRow key={`${standing.dimension} ${standing.sector ?? ''}`} standing={standing} words={words} />
          ))}
        </ul>
      )}
      <GoalNotes of={of} said={said} words={words} k={k} />
    </li>
  )
}

function GoalRow({ standing, words }: { readonly standing: Standing; readonly words: NeedsWords }): ReactElement {
  const { t } = useTranslation(['owner', 'group'])
  const { dimension, sector, interval } = standing
  const word = interval && t(`group:bands.${bandOf(interval).word}`)
  return (
    <li className="goal-row">
      <span className="goal-row__area">{words.name(dimension, sector)}</span>
      {interval && word ? (
        <span className="goal-row__band">
          <BandWord word={t('goals.stands', { word })} interval={words.interval(interval)} />
          <IntervalBar {...interval} />
        </span>
      ) : (
        <Hidden word={t('group:hidden')} />
      )}
    </li>
  )
}

/** What a figure cannot say: why one is hidden, what was not asked, and which parts of Peil serve the goal. */
function GoalNotes({ of: { goal, standings, notAsked, withoutUnits }, said, words, k }: Omit<Props, 'number'>): ReactElement {
  const { t } = useTranslation('owner')
  const areas = (dimensions: typeof notAsked) => dimensions.map((dimension) => words.name(dimension)).join(' · ')
  const notes = [
    ...(withoutUnits ? [t('goals.noUnits')] : []),
    ...(standings.some(({ interval }) => interval === undefined) ? [t('goals.hidden', { k })] : []),
    ...(standings.some(({ dimension }) => dimension === 'conditions') ? [t('goals.conditions', { area: words.name('conditions') })] : []),
    ...(notAsked.length > 0 ? [t('goals.notAsked', { areas: areas(notAsked) })] : []),
    ...(goal.dimensions.length === 0 ? [t('goals.nothing')] : []),
    ...(goal.parts.length > 0 ? [t('goals.parts', { parts: goal.parts.map(said.part).join(' · ') })] : []),
  ]
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="t-small soft">
          {note}
        </p>
      ))}
    </>
  )
}
