import { useState } from 'react'
import type { Result } from '../domain/result.ts'
import { showScheme } from '../platform/appearance.ts'
import type { PeilDatabase } from '../storage/database.ts'
import type { StorageRefusal } from '../storage/refusals.ts'
import { type ColorScheme, saveSetting } from '../storage/settings.ts'
import { currentScheme } from './appearance.ts'

export type SchemeChoice = {
  readonly scheme: ColorScheme
  readonly changeScheme: (scheme: ColorScheme) => Promise<Result<unknown, StorageRefusal>>
}

/** The scheme changes at once, and is then saved. */
export function useScheme(database: PeilDatabase): SchemeChoice {
  const [scheme, setScheme] = useState(currentScheme)
  return {
    scheme,
    changeScheme: (next) => {
      setScheme(next)
      showScheme(next)
      return saveSetting(database, 'colorScheme', next)
    },
  }
}
