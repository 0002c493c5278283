import './guide.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintAction } from '../../ui/print-action.tsx'
import { Around } from './around.tsx'
import { Way } from './way.tsx'
import { type Kind, kinds } from './ways.ts'

type Props = {
  /** What the reader is using now. It comes first. */
  readonly own: Kind
}

/** How Peil becomes an app, on each kind of device, with pictures. On paper it hangs beside the tablets. */
export function GuidePage({ own }: Props): ReactElement {
  const { t } = useTranslation('install')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
        <div className="row noprint">
          <PrintAction label={t('print')} />
        </div>
      </div>
      {[own, ...kinds.filter((kind) => kind !== own)].map((kind) => (
        <Way key={kind} kind={kind} isOwn={kind === own} />
      ))}
      <Around />
    </>
  )
}
