import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Sector, sectors } from '../../domain/instrument/instrument.ts'
import type { Demand } from '../../domain/need/demand.ts'
import { spanOf } from '../../i18n/intervals.ts'
import { Hidden } from '../../ui/group/hidden.tsx'
import { IntervalBar } from '../../ui/group/interval-bar.tsx'
import { ScrollFrame } from '../../ui/group/scroll-frame.tsx'
import type { NeedsWords } from './words.ts'

type Props = { readonly demands: readonly Demand[]; readonly words: NeedsWords }

/** How many people could use training, per area and sector, and the course seats that makes. */
export function DemandSection({ demands, words }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const shown = sectors.filter((sector) => demands.some((demand) => demand.sectors[sector] !== undefined))
  return (
    <section className="stack needs-demand" aria-labelledby="demand">
      <div>
        <h2 id="demand" className="t-heading">
          {t('demand.title')}
        </h2>
        <p className="soft">{t('demand.text')}</p>
        <p className="soft">{t('demand.order')}</p>
      </div>
      <ScrollFrame name={t('demand.frame')}>
        <table className="demand-table">
          <caption className="sr">{t('demand.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('demand.area')}</th>
              {shown.map((sector) => (
                <th key={sector} scope="col">
                  {t(`demand.sectors.${sector}`)}
                </th>
              ))}
              <th scope="col">{t('demand.whole')}</th>
              <td />
              <th scope="col">{t('demand.seats')}</th>
            </tr>
          </thead>
          <tbody>
            {demands.map((demand) => (
              <DemandRow key={demand.dimension} demand={demand} sectors={shown} words={words} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  )
}

type RowProps = { readonly demand: Demand; readonly sectors: readonly Sector[]; readonly words: NeedsWords }

function DemandRow({ demand, sectors: shown, words }: RowProps): ReactElement {
  const { t } = useTranslation(['owner', 'group'])
  const { municipality, seats } = demand
  return (
    <tr>
      <th scope="row">{words.name(demand.dimension)}</th>
      {shown.map((sector) => {
        const interval = demand.sectors[sector]
        return <td key={sector}>{interval ? spanOf(interval.lo, interval.hi) : <Hidden word={t('group:hidden')} />}</td>
      })}
      <td>{municipality ? <Whole demand={demand} /> : <Hidden word={t('group:hidden')} />}</td>
      <td className="demand-table__bar">{municipality && <IntervalBar {...municipality} />}</td>
      <td>{seats ? t('demand.seatsSpan', { span: spanOf(seats.lo, seats.hi) }) : <Hidden word={t('group:hidden')} />}</td>
    </tr>
  )
}

function Whole({ demand: { municipality, withheld } }: { readonly demand: Demand }): ReactElement | null {
  const { t } = useTranslation('owner')
  if (municipality === undefined) return null
  return (
    <>
      <strong>{spanOf(municipality.lo, municipality.hi)}</strong> <span className="soft">{t('demand.of', { of: municipality.of })}</span>
      {withheld && <small>{t('demand.sum')}</small>}
    </>
  )
}
