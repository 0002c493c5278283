import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../sync/office.ts'
import { type Draft, isSame, mainLanguage } from './draft.ts'
import { type Fault, faultsOf } from './faults.ts'
import type { Keeper } from './keeper.ts'
import { type NotStored, type Stored, store } from './stored.ts'

/** Something just happened to the draft: said aloud, and perhaps taken back. */
export type Happened = { readonly text: string; readonly undo?: (draft: Draft) => Draft }

export type Editing = {
  readonly draft: Draft
  readonly stored: Stored
  readonly isChanged: boolean
  /** The language the owner writes in. */
  readonly language: string
  readonly writeIn: (language: string) => void
  /** `happened`: where the change cannot be seen, or can be taken back. */
  readonly change: (next: (draft: Draft) => Draft, happened?: Happened) => void
  readonly happened: Happened | undefined
  readonly undo: () => void
  /** What must be put right, once somebody tried to save. */
  readonly faults: readonly Fault[]
  readonly state: 'editing' | 'saving' | 'saved'
  readonly refusal: NotStored | undefined
  /** In place of the version `etag` names; of the one that was opened, if nothing is said. */
  readonly save: (etag?: string) => Promise<void>
  /** Goes on from what somebody else stored. What was written here can be had back with `undo`. */
  readonly takeTheirs: (theirs: Stored, text: string) => void
  /** Where the focus goes once the change is drawn; to the way to save, where the change has taken that place away. */
  readonly focusOn: (id: string) => void
}

type Given = { readonly office: Office; readonly municipality: string; readonly stored: Stored; readonly keeper: Keeper }

/** The language of the page where the profile speaks it, else the one that says everything. */
function languageToWrite(draft: Draft, language: string): string {
  return draft.words[language] === undefined ? mainLanguage(draft) : language
}

function useFocus(): (id: string) => void {
  const [wanted, setWanted] = useState<{ readonly id: string }>()
  useEffect(() => {
    if (wanted) (document.getElementById(wanted.id) ?? document.getElementById('save'))?.focus()
  }, [wanted])
  return (id) => setWanted({ id })
}

/** Everything the pages of the profile share: what is written, and what became of saving it. */
export function useEditing({ office, municipality, stored: opened, keeper }: Given, pageLanguage: string): Editing {
  const [{ draft, stored }, setWritten] = useState(() => keeper.read(municipality) ?? { draft: opened.draft, stored: opened })
  const [language, writeIn] = useState(() => languageToWrite(draft, pageLanguage))
  const [happened, setHappened] = useState<Happened>()
  const [state, setState] = useState<Editing['state']>('editing')
  const [refusal, setRefusal] = useState<NotStored>()
  const [showsFaults, setShowsFaults] = useState(false)
  const focusOn = useFocus()
  const { t } = useTranslation('owner-profile')
  const isChanged = !isSame(draft, stored.draft)
  const faults = showsFaults ? faultsOf(draft) : []
  useEffect(() => {
    keeper.keep(municipality, isChanged ? { draft, stored } : undefined)
  }, [keeper, municipality, isChanged, draft, stored])

  const change: Editing['change'] = (next, what) => {
    setWritten((before) => ({ ...before, draft: next(before.draft) }))
    setHappened(what)
    setState('editing')
  }
  const save: Editing['save'] = async (etag = stored.etag) => {
    setHappened(undefined)
    setRefusal(undefined)
    const found = faultsOf(draft)
    setShowsFaults(found.length > 0)
    if (found.length > 0) {
      focusOn('faults')
      return
    }
    setState('saving')
    const saved = await store(office, draft, etag)
    setState(saved.ok ? 'saved' : 'editing')
    if (saved.ok) setWritten((now) => ({ draft: now.draft === draft ? saved.value.draft : now.draft, stored: saved.value }))
    else setRefusal(saved.error)
  }
  return {
    ...{ draft, stored, isChanged, language, writeIn, change, happened, faults, state, refusal, save, focusOn },
    undo: () => {
      if (happened?.undo) change(happened.undo, { text: t('bar.undone') })
      focusOn('save')
    },
    takeTheirs: (theirs, text) => {
      setRefusal(undefined)
      setWritten({ draft: theirs.draft, stored: theirs })
      setHappened({ text, undo: () => draft })
    },
  }
}
