import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ArrowsCirclepathIcon } from '../../ui/icons/first-icons.ts'
import { Differences } from './differences.tsx'
import { differencesOf } from './lines.ts'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** Somebody else stored another version meanwhile: both are shown, and one is chosen. */
export function ConflictNote({ edit }: { readonly edit: Editing }): ReactElement | null {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const { refusal } = edit
  if (refusal?.kind !== 'conflict') return null
  const { theirs } = refusal
  return (
    <section className="note note--land profile-conflict" role="alert" aria-labelledby="conflict">
      <ArrowsCirclepathIcon />
      <h2 className="t-sub" id="conflict">
        {t('conflict.title')}
      </h2>
      <p>{t('conflict.text')}</p>
      <Differences differences={differencesOf(edit.draft, theirs.draft, say)} one={t('differences.mine')} other={t('differences.theirs')} />
      <div className="row">
        <button className="ds-button" type="button" data-variant="secondary" onClick={() => void edit.save(theirs.etag)}>
          {t('conflict.mine')}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={() => edit.takeTheirs(theirs, t('conflict.taken'))}>
          {t('conflict.theirs')}
        </button>
      </div>
    </section>
  )
}
