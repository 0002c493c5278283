import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../domain/anonymity/document.ts'
import { isShown } from '../../domain/anonymity/sums.ts'
import { isArea } from '../../domain/instrument/instrument.ts'
import { type Interval, bandOf } from '../../domain/need/band.ts'
import { inFrameworkOrder, intervalOf } from '../../domain/need/need.ts'
import { BandWord } from '../../ui/group/band-word.tsx'
import { Hidden } from '../../ui/group/hidden.tsx'
import { IntervalBar } from '../../ui/group/interval-bar.tsx'
import type { UnitWords } from './words.ts'

type Props = { readonly caption: string; readonly figures: readonly Figure[]; readonly words: UnitWords; readonly k: string }

/** Every area of a group in the framework's order, the modules set apart below. */
export function BandTable({ caption, figures, words, k }: Props): ReactElement {
  const { t } = useTranslation('unit')
  const ordered = inFrameworkOrder(figures)
  const parts = [ordered.filter(({ id }) => isArea(id)), ordered.filter(({ id }) => !isArea(id))]
  return (
    <div className="card card--flush">
      <table className="band-table">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('areas.area')}</th>
            <th scope="col">{t('areas.howMany')}</th>
            <th scope="col">
              <span className="band-table__ends">
                <span>{t('areas.none')}</span> <span>{t('areas.all')}</span>
              </span>
            </th>
          </tr>
        </thead>
        {parts
          .filter((part) => part.length > 0)
          .map((part) => (
            <tbody key={part[0]?.id}>
              {part.map((figure) => (
                <tr key={figure.id}>
                  <th scope="row">{words.dimension(figure.id).name}</th>
                  {isShown(figure) ? <ShownCells interval={intervalOf(figure)} words={words} /> : <HiddenCells k={k} />}
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </div>
  )
}

function ShownCells({ interval, words }: { readonly interval: Interval; readonly words: UnitWords }): ReactElement {
  const { t } = useTranslation('unit')
  return (
    <>
      <td>
        <BandWord word={t(`bands.${bandOf(interval).word}`)} interval={words.interval(interval)} />
      </td>
      <td>
        <IntervalBar {...interval} />
      </td>
    </>
  )
}

function HiddenCells({ k }: { readonly k: string }): ReactElement {
  const { t } = useTranslation(['unit', 'group'])
  return (
    <>
      <td>
        <Hidden word={t('group:hidden')} />
      </td>
      <td>{t('areas.hidden', { k })}</td>
    </>
  )
}
