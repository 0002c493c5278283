import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckmarkCircleIcon } from '../../ui/icons/first-icons.ts'
import { ArrowUndoIcon } from '../../ui/icons/later-icons.ts'
import type { Editing } from './use-editing.ts'

function useStateLine({ state, isChanged, happened }: Editing): string {
  const { t } = useTranslation('owner-profile')
  if (state === 'saving') return t('bar.saving')
  if (happened) return happened.text
  if (isChanged) return t('bar.unsaved')
  return state === 'saved' ? t('bar.saved') : t('bar.unchanged')
}

/** Always in sight: whether everything is saved, what was just done and how to take it back, and the one way to save. */
export function SaveBar({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const { isChanged, happened, state } = edit
  const line = useStateLine(edit)
  return (
    <section className="savebar noprint" aria-label={t('bar.label')}>
      <p className="saved" role="status" data-unsaved={isChanged || undefined}>
        {!isChanged && state !== 'saving' && !happened && <CheckmarkCircleIcon />}
        <span>{line}</span>
      </p>
      <div className="row">
        {happened?.undo && (
          <button className="ds-button" id="undo" type="button" data-variant="secondary" onClick={edit.undo}>
            <ArrowUndoIcon />
            <span>{t('bar.undo')}</span>
          </button>
        )}
        <button
          className="ds-button"
          id="save"
          type="button"
          aria-disabled={state === 'saving'}
          onClick={() => void (state !== 'saving' && edit.save())}
        >
          {t('bar.save')}
        </button>
      </div>
    </section>
  )
}
