import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptPack } from '../../domain/instrument/own-pack.ts'
import { nameInSentence } from '../../i18n/languages.ts'
import { InformationIcon } from '../../ui/icons/first-icons.ts'

type Props = {
  readonly packs: readonly KeptPack[]
  /** Of the questions, where it is not the reader's. */
  readonly spokenIn: string | undefined
}

/** Whose the questions were, where they were not Peil's. */
export function OwnMade({ packs, spokenIn }: Props): ReactElement | null {
  const { t, i18n } = useTranslation('own-pack')
  if (packs.length === 0) return null
  return (
    <section className="note note--plain" aria-labelledby="own-made">
      <InformationIcon />
      <h2 id="own-made" className="t-sub">
        {t('made.title')}
      </h2>
      <p className="t-small">{t('made.body')}</p>
      <ul className="t-small">
        {packs.map(({ sha256, document: { pack } }) => (
          <li key={sha256}>{t('made.one', { id: pack.id, version: pack.version })}</li>
        ))}
      </ul>
      {spokenIn && <p className="t-small">{t('language', { language: nameInSentence(spokenIn, i18n.language) })}</p>}
    </section>
  )
}
