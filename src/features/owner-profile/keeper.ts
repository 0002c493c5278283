import type { Draft } from './draft.ts'
import type { Stored } from './stored.ts'

/** What somebody wrote and has not saved, on top of what. */
export type Unsaved = { readonly draft: Draft; readonly stored: Stored }

/** Keeps what is not saved while its owner looks at other pages of Peil, and has the browser ask before it would be lost. */
export type Keeper = {
  readonly read: (municipality: string) => Unsaved | undefined
  readonly keep: (municipality: string, unsaved: Unsaved | undefined) => void
}

function askFirst(leaving: BeforeUnloadEvent): void {
  leaving.preventDefault()
}

export function createKeeper(): Keeper {
  const kept = new Map<string, Unsaved>()
  return {
    read: (municipality) => kept.get(municipality),
    keep: (municipality, unsaved) => {
      if (unsaved === undefined) kept.delete(municipality)
      else kept.set(municipality, unsaved)
      if (kept.size > 0) addEventListener('beforeunload', askFirst)
      else removeEventListener('beforeunload', askFirst)
    },
  }
}
