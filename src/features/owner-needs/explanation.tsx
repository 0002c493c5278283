import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dimension } from '../../domain/instrument/instrument.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import type { NeedsWords } from './words.ts'

type Props = { readonly withheld: readonly Dimension[]; readonly words: NeedsWords; readonly k: string }

/** The release rules in plain words. */
export function Explanation({ withheld, words, k }: Props): ReactElement {
  const { t } = useTranslation('owner')
  const areas = withheld.map((dimension) => words.name(dimension)).join(' · ')
  const sentences = [
    t('explain.interval'),
    t('explain.hidden', { k }),
    t('explain.units', { k }),
    t('explain.sum'),
    ...(withheld.length > 0 ? [t('explain.withheld', { areas })] : []),
    t('explain.seats'),
    t('explain.same'),
    t('explain.limit'),
  ]
  return (
    <details className="fold needs-explain">
      <summary>
        {t('explain.title')}
        <ChevronDownIcon small />
      </summary>
      <ul className="needs-explain__list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
