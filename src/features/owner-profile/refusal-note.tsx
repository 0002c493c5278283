import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileFault } from '../../domain/profile/faults.ts'
import { ExclamationmarkTriangleIcon } from '../../ui/icons/first-icons.ts'
import type { NotStored } from './stored.ts'
import type { Editing } from './use-editing.ts'

type Told = Exclude<NotStored, { readonly kind: 'conflict' }>

/** Kinds that only other pages meet are said as what they are here: the server did not take it. */
function wordOf({ kind }: Told): Exclude<Told['kind'], 'not-found' | 'not-released'> {
  return kind === 'not-found' || kind === 'not-released' ? 'malformed' : kind
}

/** Why the profile could not be stored, and what to do. Read aloud at once; nothing written is lost. */
export function RefusalNote({ edit: { refusal } }: { readonly edit: Editing }): ReactElement | null {
  const { t } = useTranslation('owner-profile')
  if (refusal === undefined || refusal.kind === 'conflict') return null
  return (
    <div className="note note--land" role="alert">
      <ExclamationmarkTriangleIcon />
      <h2 className="t-sub">{t('refused.title')}</h2>
      <p>
        {t(`refused.${wordOf(refusal)}`)} {t('refused.kept')}
      </p>
      {refusal.kind === 'faulty' && <RuleList faults={refusal.faults} />}
    </div>
  )
}

/** What does not hold together in a profile, by the rules every profile keeps. */
export function RuleList({ faults }: { readonly faults: readonly ProfileFault[] }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const texts = faults.map(({ kind, id, by, language }) =>
    t(`rules.${kind}`, { what: [id, by, language].filter(Boolean).join(', ') || '–' }),
  )
  return (
    <ul className="profile-rules">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
