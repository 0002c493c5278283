import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Figure } from '../../domain/anonymity/document.ts'
import { isShown } from '../../domain/anonymity/sums.ts'
import type { Dimension } from '../../domain/instrument/instrument.ts'
import { bandOf } from '../../domain/need/band.ts'
import { intervalOf } from '../../domain/need/need.ts'
import { HeatCell, HiddenCell } from '../../ui/group/heat-cell.tsx'
import type { Row } from './rows.ts'
import type { NeedsWords } from './words.ts'

type Props = {
  readonly row: Row
  readonly round: string
  readonly dimensions: readonly Dimension[]
  readonly words: NeedsWords
  readonly k: string
}

export function HeatRow({ row, round, dimensions, words, k }: Props): ReactElement {
  const { t } = useTranslation('owner')
  if (row.kind === 'hidden') {
    return (
      <tr>
        <RowHead name={row.unit.name} note={t('heat.tooFew')} />
        <td colSpan={dimensions.length} className="heatmap__few depth-hidden">
          {row.pooled ? t('heat.pooled', { small: t('heat.small') }) : t('heat.nowhere', { k })}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <FiguresHead row={row} round={round} words={words} />
      {dimensions.map((dimension) => (
        <Cell key={dimension} figure={row.figures.find(({ id }) => id === dimension)} words={words} />
      ))}
    </tr>
  )
}

/** More small units than this are counted, not named: their rows above name them. */
const mostNames = 4

type FiguresRow = Exclude<Row, { readonly kind: 'hidden' }>

/** Whose figures the row holds. A unit's name leads to its own page. */
function FiguresHead({
  row,
  round,
  words,
}: {
  readonly row: FiguresRow
  readonly round: string
  readonly words: NeedsWords
}): ReactElement {
  const { t } = useTranslation('owner')
  const contributed = t('heat.contributed', { n: row.n })
  if (row.kind === 'total') return <RowHead name={t('heat.all')} note={contributed} />
  if (row.kind === 'tier') return <RowHead name={words.tier(row.tier)} note={t('heat.allTierNote', { n: row.n })} />
  if (row.kind === 'small') {
    const who = row.names.length > mostNames ? t('heat.smallUnits', { n: row.names.length }) : row.names.join(', ')
    return <RowHead name={t('heat.small')} note={`${who} · ${contributed}`} />
  }
  const tiers = words.tiers(row.tiers)
  const note = tiers === '' ? contributed : t('heat.tiersContributed', { tiers, n: row.n })
  const link = `/enhet?${new URLSearchParams({ unit: row.unit.unit, round }).toString()}`
  return <RowHead name={<Link to={link}>{row.unit.name}</Link>} note={note} />
}

function RowHead({ name, note }: { readonly name: ReactNode; readonly note: string }): ReactElement {
  return (
    <th scope="row">
      {name} <small>{note}</small>
    </th>
  )
}

function Cell({ figure, words }: { readonly figure: Figure | undefined; readonly words: NeedsWords }): ReactElement {
  const { t } = useTranslation('group')
  if (figure === undefined || !isShown(figure)) return <HiddenCell word={t('hidden')} />
  const interval = intervalOf(figure)
  const { depth, word } = bandOf(interval)
  return <HeatCell depth={depth} word={t(`bands.${word}`)} interval={words.interval(interval)} />
}
