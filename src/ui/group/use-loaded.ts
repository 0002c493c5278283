import { useCallback, useEffect, useState } from 'react'

type Outcome<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export type Loaded<T, E> =
  { readonly kind: 'waiting' } | { readonly kind: 'here'; readonly value: T } | { readonly kind: 'refused'; readonly error: E }

function loadedFrom<T, E>(outcome: Outcome<T, E> | undefined): Loaded<T, E> {
  if (outcome === undefined) return { kind: 'waiting' }
  return outcome.ok ? { kind: 'here', value: outcome.value } : { kind: 'refused', error: outcome.error }
}

type Loading<T, E> = readonly [loaded: Loaded<T, E>, again: () => void, renew: () => void]

/**
 * Loads when the page opens and whenever `load` is another function (keep it with `useCallback`). `again` tries once more; `renew`
 * does so behind what is shown, which stays if nothing better comes.
 */
export function useLoaded<T, E>(load: () => Promise<Outcome<T, E>>): Loading<T, E> {
  const [attempt, setAttempt] = useState(0)
  const [done, setDone] = useState<{ load: unknown; attempt: number; outcome: Outcome<T, E> }>()
  useEffect(() => {
    let wanted = true
    void load().then((outcome) => {
      if (wanted) setDone({ load, attempt, outcome })
    })
    return () => {
      wanted = false
    }
  }, [load, attempt])
  const isCurrent = done !== undefined && done.load === load && done.attempt === attempt
  const again = () => {
    setAttempt((before) => before + 1)
  }
  const renew = useCallback(() => {
    void load().then((outcome) => {
      if (outcome.ok) setDone((before) => (before?.load === load ? { ...before, outcome } : before))
    })
  }, [load])
  return [loadedFrom(isCurrent ? done.outcome : undefined), again, renew]
}

/** What is `held` of something is renewed once when something newer of it is `seen`. */
export function useNews(held: string, seen: string | undefined, renew: () => void): void {
  useEffect(() => {
    if (seen !== undefined && seen !== held) renew()
  }, [held, seen, renew])
}
