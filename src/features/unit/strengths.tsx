import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { bandOf } from '../../domain/need/band.ts'
import type { Need } from '../../domain/need/need.ts'
import { GroupIcon } from '../../ui/group/group-icon.tsx'
import { CheckmarkCircleIcon } from '../../ui/icons/first-icons.ts'
import type { UnitWords } from './words.ts'

type Props = { readonly strengths: readonly Need[]; readonly words: UnitWords }

/** Always before the needs. */
export function Strengths({ strengths, words }: Props): ReactElement {
  const { t } = useTranslation('unit')
  return (
    <section className="unit-strengths" aria-labelledby="strengths">
      <h2 className="eyebrow" id="strengths">
        <GroupIcon name="anchor" small />
        {t('strengths.title')}
      </h2>
      {strengths.length === 0 && <p className="t-small">{t('strengths.none')}</p>}
      <ul className="unit-strengths__list">
        {strengths.map((strength) => (
          <Strength key={strength.dimension} strength={strength} words={words} />
        ))}
      </ul>
    </section>
  )
}

function Strength({ strength, words }: { readonly strength: Need; readonly words: UnitWords }): ReactElement {
  const { t } = useTranslation('unit')
  const sentence = bandOf(strength.interval).depth === 1 ? 'strengths.few' : 'strengths.some'
  return (
    <li>
      <CheckmarkCircleIcon />
      <div>
        <h3 className="t-sub">{words.dimension(strength.dimension).name}</h3>
        <p className="t-small">{t(sentence, { interval: words.interval(strength.interval) })}</p>
      </div>
    </li>
  )
}
