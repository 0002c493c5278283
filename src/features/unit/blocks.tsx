import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { needsOf } from '../../domain/need/need.ts'
import { BandTable } from './band-table.tsx'
import type { ReleasedUnit } from './reading.ts'
import type { UnitWords } from './words.ts'

type Block = ReleasedUnit['blocks'][number]
/** `head` stands at the top of the sheet when printed. */
type Props = { readonly head: ReactElement; readonly blocks: readonly Block[]; readonly words: UnitWords; readonly k: string }

/** A section for every group of roles that may be shown apart (release rule R3). */
export function Blocks({ head, blocks, words, k }: Props): ReactElement {
  const { t } = useTranslation('unit')
  return (
    <section className="stack unit-blocks" aria-labelledby="blocks">
      {head}
      <div>
        <h2 id="blocks" className="t-heading">
          {t('blocks.title')}
        </h2>
        <p className="soft">{t('blocks.text', { k })}</p>
      </div>
      {blocks.map((block) => (
        <BlockSection key={block.tiers.join()} block={block} words={words} k={k} />
      ))}
    </section>
  )
}

function BlockSection({ block, words, k }: { readonly block: Block; readonly words: UnitWords; readonly k: string }): ReactElement {
  const { t } = useTranslation('unit')
  const tiers = words.tiers(block.tiers)
  const needs = needsOf(block.dimensions).needs.map(({ dimension }) => words.dimension(dimension).name)
  return (
    <section className="stack-s unit-block">
      <h3 className="t-sub">{t('blocks.contributed', { tiers, n: block.n })}</h3>
      {needs.length > 0 && <p className="t-small soft">{t('blocks.needs', { areas: needs.join(' · ') })}</p>}
      <BandTable caption={t('blocks.caption', { tiers })} figures={block.dimensions} words={words} k={k} />
    </section>
  )
}
