import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isShown } from '../../domain/anonymity/sums.ts'
import type { Dimension } from '../../domain/instrument/instrument.ts'
import { GroupIcon } from '../../ui/group/group-icon.tsx'
import { PersonGroupIcon } from '../../ui/icons/later-icons.ts'
import type { ReleasedUnit } from './reading.ts'
import { type UnitWords, contentSector } from './words.ts'

type Props = {
  readonly hidden: readonly Dimension[]
  readonly blocks: ReleasedUnit['blocks']
  readonly words: UnitWords
  readonly k: string
}

export function WhatIsHidden({ hidden, blocks, words, k }: Props): ReactElement {
  const { t } = useTranslation('unit')
  const areas = hidden.map((dimension) => words.dimension(dimension).name).join(' · ')
  const inBlocks = blocks.some((block) => block.dimensions.some((figure) => !isShown(figure)))
  return (
    <section className="note note--plain">
      <GroupIcon name="hidden" />
      <h2 className="t-sub">{t('hiddenNote.title')}</h2>
      {hidden.length > 0 && <p className="t-small">{t('hiddenNote.some', { areas, k })}</p>}
      {hidden.length === 0 && <p className="t-small">{inBlocks ? t('hiddenNote.inBlocks', { k }) : t('hiddenNote.none')}</p>}
    </section>
  )
}

/** How to talk about it, and the way to more questions for a meeting. */
export function BeforeYouTalk({ sector }: { readonly sector: string }): ReactElement {
  const { t } = useTranslation('unit')
  return (
    <section className="note note--plain">
      <PersonGroupIcon />
      <h2 className="t-sub">{t('before.title')}</h2>
      <p className="t-small">{t('before.text')}</p>
      <p className="t-small noprint">
        <Link className="link" to={`/om/samtalekort?sektor=${contentSector(sector)}`}>
          {t('before.cards')}
        </Link>
      </p>
    </section>
  )
}
