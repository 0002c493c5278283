import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Kind, stepsOf } from './ways.ts'

type Props = { readonly kind: Kind; readonly isOwn: boolean }

/** The way on one kind of device. The words say everything; the pictures are for those who would rather look. */
export function Way({ kind, isOwn }: Props): ReactElement {
  const { t } = useTranslation('install')
  const says: Readonly<Record<string, string>> = t(`ways.${kind}.steps`, { returnObjects: true })
  return (
    <section className={isOwn ? 'card way way--own' : 'card way'} aria-labelledby={`way-${kind}`}>
      <div className="stack-s">
        {isOwn && <p className="eyebrow noprint">{t('own')}</p>}
        <h2 id={`way-${kind}`} className="t-heading">
          {t(`ways.${kind}.title`)}
        </h2>
        <p className="soft">{t(`ways.${kind}.about`)}</p>
      </div>
      <ol className="way__steps">
        {stepsOf[kind].map(({ name, Shot }) => (
          <li key={name}>
            <Shot />
            <p>{says[name]}</p>
          </li>
        ))}
      </ol>
      <p className="t-small measure">{t(`ways.${kind}.note`)}</p>
    </section>
  )
}
