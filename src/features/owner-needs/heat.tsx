import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Release } from '../../domain/anonymity/document.ts'
import { bandWords } from '../../domain/need/band.ts'
import { inFrameworkOrder } from '../../domain/need/need.ts'
import { DepthKey } from '../../ui/group/heat-cell.tsx'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import { HeatRow } from './heat-row.tsx'
import { rowGroupsOf } from './rows.ts'
import type { NeedsWords } from './words.ts'

type Props = { readonly release: Release; readonly words: NeedsWords; readonly k: string }

/** Units × areas: word, interval and texture in every cell. Nothing is sorted by a figure, nothing is added up per unit. */
export function HeatSection({ release, words, k }: Props): ReactElement {
  const { t } = useTranslation(['owner', 'group'])
  return (
    <section className="stack" aria-labelledby="heat">
      <div className="row-between">
        <h2 id="heat" className="t-heading">
          {t('heat.title')}
        </h2>
        <DepthKey words={bandWords.map((word) => t(`group:bands.${word}`))} hidden={t('group:hidden')} />
      </div>
      <p className="t-small soft needs-key">{t('heat.key', { k })}</p>
      <ScrollFrame name={t('heat.frame')}>
        <HeatTable release={release} words={words} k={k} />
      </ScrollFrame>
    </section>
  )
}

function HeatTable({ release, words, k }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const dimensions = inFrameworkOrder(release.total.dimensions).map(({ id }) => id)
  return (
    <table className="heatmap">
      <caption className="sr">{t('heat.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.unit ?? t('heat.unit')}</th>
          {dimensions.map((dimension) => (
            <th key={dimension} scope="col">
              <span aria-hidden="true">{words.short(dimension)}</span>
              <span className="sr">{words.name(dimension)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {rowGroupsOf(release).map((group) => (
        <tbody key={group.key}>
          <tr className="heatmap__group">
            <th scope="rowgroup" colSpan={dimensions.length + 1}>
              {t(`heat.groups.${group.key}`)}
            </th>
          </tr>
          {group.rows.map((row) => (
            <HeatRow key={row.key} row={row} round={release.round} dimensions={dimensions} words={words} k={k} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
