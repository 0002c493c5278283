/** Wrong PINs in a row, and when the last one was typed (ISO 8601 in UTC). */
export type Tries = { readonly wrong: number; readonly at: string }

const seconds = 1000
/** After the third wrong PIN, and for each one more. The last pause holds for all that follow. */
const pauses = [30, 60, 120, 300, 900, 1800, 3600]
const freeTries = 3

/** Milliseconds before the next PIN may be typed after so many wrong ones. */
export function pauseAfterWrong(wrong: number): number {
  if (wrong < freeTries) return 0
  return (pauses[Math.min(wrong - freeTries, pauses.length - 1)] ?? 0) * seconds
}

/** Milliseconds still to wait. A clock that was set back never makes the wait longer than the whole pause. */
export function waitBeforeTry(tries: Tries | undefined, now: string): number {
  if (tries === undefined) return 0
  const pause = pauseAfterWrong(tries.wrong)
  const gone = Date.parse(now) - Date.parse(tries.at)
  return gone < 0 ? pause : Math.max(0, pause - gone)
}
