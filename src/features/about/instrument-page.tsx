import './about.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device } from '../../storage/device.ts'
import { OutwardLink } from '../../ui/outward-link.tsx'
import { OwnPacks } from './own-packs.tsx'
import { Part } from './part.tsx'
import { sources } from './sources.ts'
import { Versions } from './versions.tsx'

const before = ['theirs', 'ours', 'validity', 'scoring'] as const
const after = ['modules', 'aids', 'reading'] as const

/** What the questions rest on, what is our own, and what nobody has shown yet. */
export function InstrumentPage({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation('instrument')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      {before.map((part) => (
        <Part key={part} title={t(`${part}.title`)} says={t(`${part}.body`, { returnObjects: true })} />
      ))}
      <Part title={t('screen.title')} says={t('screen.body', { returnObjects: true })}>
        <p>
          <Link className="link" to="/om/skjermrad">
            {t('screen.go')}
          </Link>
        </p>
      </Part>
      {after.map((part) => (
        <Part key={part} title={t(`${part}.title`)} says={t(`${part}.body`, { returnObjects: true })} />
      ))}
      <Versions />
      <OwnPacks database={device.database} />
      <Sources />
    </>
  )
}

function Sources(): ReactElement {
  const { t } = useTranslation('instrument')
  return (
    <section className="stack" aria-labelledby="sources">
      <div className="stack-s">
        <h2 id="sources" className="t-heading">
          {t('sources.title')}
        </h2>
        <p className="soft">{t('sources.lead')}</p>
      </div>
      <ul className="sources">
        {sources.map(({ id, year, url }) => (
          <li key={id}>
            <span className="sources__year num soft">{year}</span>
            <span>
              <OutwardLink url={url} text={t(`sources.names.${id}`)} leaves={t('sources.newTab')} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
