import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { bandOf } from '../../domain/need/band.ts'
import type { GoalStanding, Standing } from '../../domain/profile/standing.ts'
import type { ProfileReading } from '../../i18n/profiles.ts'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import type { NeedsWords } from './words.ts'

type Props = { readonly goals: readonly GoalStanding[]; readonly said: ProfileReading; readonly words: NeedsWords }

/** The cards once more, for who would rather read a table. */
export function GoalTable({ goals, said, words }: Props): ReactElement {
  const { t } = useTranslation('owner')
  return (
    <details className="fold noprint">
      <summary>
        {t('goals.table.title')}
        <ChevronDownIcon small />
      </summary>
      <ScrollFrame name={t('goals.table.frame')}>
        <table className="goal-table">
          <caption className="sr">{t('goals.table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('goals.table.area')}</th>
              <th scope="col">{t('goals.table.howMany')}</th>
              <th scope="col">{t('goals.table.span')}</th>
            </tr>
          </thead>
          {goals.map((each, index) => (
            <tbody key={each.goal.id}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {t('goals.number', { number: index + 1, title: said.goal(each.goal.id) })}
                </th>
              </tr>
              <GoalRows of={each} words={words} />
            </tbody>
          ))}
        </table>
      </ScrollFrame>
    </details>
  )
}

function GoalRows({
  of: { standings, notAsked, withoutUnits },
  words,
}: {
  readonly of: GoalStanding
  readonly words: NeedsWords
}): ReactElement {
  const { t } = useTranslation('owner')
  const nothing = withoutUnits ? t('goals.noUnits') : t('goals.nothing')
  return (
    <>
      {standings.map((standing) => (
        <ShownRow key={`${standing.dimension} ${standing.sector ?? ''}`} standing={standing} words={words} />
      ))}
      {notAsked.map((dimension) => (
        <tr key={dimension}>
          <th scope="row">{words.name(dimension)}</th>
          <td colSpan={2}>{t('goals.table.notAsked')}</td>
        </tr>
      ))}
      {standings.length + notAsked.length === 0 && (
        <tr>
          <td colSpan={3}>{nothing}</td>
        </tr>
      )}
    </>
  )
}

function ShownRow({ standing, words }: { readonly standing: Standing; readonly words: NeedsWords }): ReactElement {
  const { t } = useTranslation('group')
  const { dimension, sector, interval } = standing
  return (
    <tr>
      <th scope="row">{words.name(dimension, sector)}</th>
      {interval ? <td>{t(`bands.${bandOf(interval).word}`)}</td> : <td colSpan={2}>{t('hidden')}</td>}
      {interval && <td>{words.interval(interval)}</td>}
    </tr>
  )
}
