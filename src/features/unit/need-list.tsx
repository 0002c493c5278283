import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { bandOf } from '../../domain/need/band.ts'
import type { Need, Needs } from '../../domain/need/need.ts'
import { BandWord } from '../../ui/group/band-word.tsx'
import { GroupIcon } from '../../ui/group/group-icon.tsx'
import { IntervalBar } from '../../ui/group/interval-bar.tsx'
import type { UnitWords } from './words.ts'

type Props = { readonly of: Needs; readonly words: UnitWords; readonly k: string }

const titles = ['needs.title1', 'needs.title2', 'needs.title3'] as const

export function NeedList({ of, words, k }: Props): ReactElement {
  const { t } = useTranslation('unit')
  const { needs } = of
  const title = titles[needs.length - 1]
  const none = noneOf(of)
  return (
    <section className="stack" aria-labelledby="needs">
      <div>
        <h2 id="needs" className="t-heading">
          {t(title ?? none.title)}
        </h2>
        <p className="soft">{title ? t('needs.order') : t(none.text, { k })}</p>
      </div>
      <ol className="stack unit-needs">
        {needs.map((need) => (
          <NeedCard key={need.dimension} need={need} words={words} />
        ))}
      </ol>
    </section>
  )
}

/** What can be said truly where there is no need to show: a hidden area may hold one. */
function noneOf({ strengths, hidden }: Needs) {
  if (strengths.length === 0) return { title: 'needs.allHidden.title', text: 'needs.allHidden.text' } as const
  return { title: hidden.length > 0 ? 'needs.none.titleShown' : 'needs.none.title', text: 'needs.none.text' } as const
}

/** The area, what it means, how many, and one question to talk about. No names, no roles. */
function NeedCard({ need: { dimension, interval }, words }: { readonly need: Need; readonly words: UnitWords }): ReactElement {
  const { t } = useTranslation('unit')
  const { name, about } = words.dimension(dimension)
  return (
    <li className="need-card">
      <span className="need-card__mark">
        <GroupIcon name="signpost" />
      </span>
      <div>
        <h3 className="t-sub">{name}</h3>
        <p className="t-small soft">{about}</p>
      </div>
      <div className="need-card__band">
        <BandWord word={t(`bands.${bandOf(interval).word}`)} interval={words.interval(interval)} strong />
        <IntervalBar {...interval} />
      </div>
      <p className="need-card__talk">
        <span className="soft">{t('needs.talk')}</span> {words.talk(dimension)}
      </p>
    </li>
  )
}
