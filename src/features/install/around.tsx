import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

const parts = ['apart', 'managed', 'private'] as const

/** What the pictures cannot show: where answers are kept, and where they are not. */
export function Around(): ReactElement {
  const { t } = useTranslation('install')
  return (
    <>
      {parts.map((part) => (
        <section key={part} className="prose">
          <h2 className="t-heading">{t(`${part}.title`)}</h2>
          {t(`${part}.body`, { returnObjects: true }).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {part === 'apart' && (
            <p className="noprint">
              <Link className="link" to="/mine-data">
                {t('apart.go')}
              </Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
