import { useTranslation } from 'react-i18next'
import { type Draft, type ListName, addTo, freshId, moveIn, removeFrom, restoreTo } from './draft.ts'
import type { Editing } from './use-editing.ts'

type Entry = Parameters<typeof addTo>[2]
type Entries = {
  /** Adds an entry with a fresh id, and puts the focus on its field. */
  readonly add: (make: (id: string) => Entry, field: (id: string) => string) => void
  /** Takes it away; `undo` brings it back where it stood. */
  readonly remove: (id: string, text: string) => void
  readonly move: (id: string, by: 1 | -1, text: string) => void
}

/** What can be done with the entries of one list of the profile. */
export function useEntries(edit: Editing, list: ListName): Entries {
  const { t } = useTranslation('owner-profile')
  return {
    add: (make, field) => {
      const id = freshId(edit.draft, list)
      edit.change((draft) => addTo(draft, list, make(id)))
      edit.focusOn(field(id))
    },
    remove: (id, name) => {
      const { draft: before } = edit
      const undo = (draft: Draft): Draft => restoreTo(draft, before, list, id)
      edit.change((draft) => removeFrom(draft, list, id), { text: t('bar.removed', { name }), undo })
      edit.focusOn('undo')
    },
    move: (id, by, text) => edit.change((draft) => moveIn(draft, list, id, by), { text }),
  }
}
