const fourWeeks = 28 * 24 * 60 * 60 * 1000

/** A day soon enough to be remembered. */
export function dayToLookBack(now: string): string {
  return new Date(Date.parse(now) + fourWeeks).toISOString().slice(0, 10)
}
