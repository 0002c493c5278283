import '../../ui/pairs.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Entry, type Track, finishOf } from '../../domain/scoring/history.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { listIn } from '../../i18n/lists.ts'

const kinds = ['higher', 'same', 'lower', 'apart'] as const
type Kind = (typeof kinds)[number]

function kindOf({ change, since }: Entry, previous: Assessment): Kind {
  if (change === undefined || since !== previous) return 'apart'
  if (change.kind === 'same') return 'same'
  return change.steps > 0 ? 'higher' : 'lower'
}

type Props = { readonly tracks: readonly Track[]; readonly latest: Assessment; readonly previous: Assessment }

/** The newest beside the one before it, in words: no sum, no order but the framework's. */
export function SinceLast({ tracks, latest, previous }: Props): ReactElement {
  const { t, i18n } = useTranslation('result')
  const content = useContent()
  const named = tracks.flatMap(({ dimension, entries }) => {
    const entry = entries.at(-1)
    const isOfBoth = entry?.assessment === latest && entries.at(-2)?.assessment === previous
    return isOfBoth ? [{ kind: kindOf(entry, previous), name: content.dimension(latest.sector, dimension).name }] : []
  })
  return (
    <section className="stack-s" aria-labelledby="since">
      <h2 id="since" className="t-heading">
        {t('history.since.title', { date: wholeDate(finishOf(previous), i18n.language) })}
      </h2>
      <dl className="card card--flush pairs since">
        {kinds.map((kind) => {
          const names = named.filter((each) => each.kind === kind).map(({ name }) => name)
          return names.length === 0 ? null : (
            <div key={kind}>
              <dt>{t(`history.since.${kind}`)}</dt>
              <dd>{listIn(content.language, names)}</dd>
            </div>
          )
        })}
      </dl>
      <p className="t-small soft">
        {t('history.rule')} {named.some(({ kind }) => kind === 'lower') && t('history.lower')}
      </p>
    </section>
  )
}
