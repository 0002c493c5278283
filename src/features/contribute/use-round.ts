import { useCallback, useEffect, useState } from 'react'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { Contributing } from '../../sync/contributing.ts'
import type { RoundRefusal } from '../../sync/read-round.ts'

export type RoundReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly known: KnownRound }
  | { readonly kind: 'refused'; readonly refusal: RoundRefusal }

/** Fetches a round when it is shown, and again when asked to. */
export function useRound(contributing: Contributing, round: string): { readonly reading: RoundReading; readonly again: () => void } {
  const [state, setState] = useState<{ readonly round: string; readonly reading: RoundReading }>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let shown = true
    void contributing.readRound(round).then((result) => {
      const reading: RoundReading = result.ok ? { kind: 'read', known: result.value } : { kind: 'refused', refusal: result.error }
      if (shown) setState({ round, reading })
    })
    return () => {
      shown = false
    }
  }, [contributing, round, tries])
  const again = useCallback(() => {
    setState(undefined)
    setTries((before) => before + 1)
  }, [])
  return { reading: state?.round === round ? state.reading : { kind: 'reading' }, again }
}
