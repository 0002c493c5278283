import type { KnownRound } from '../protocol/known-round.ts'
import type { Waiting } from '../protocol/participation.ts'

const minute = 60_000
/** A message waits 10 to 30 random minutes after its token, so that nobody can tell by the time whose it is. */
const shortestWait = 10 * minute
const longestWait = 30 * minute
/** Before a round closes, everything still waiting is sent. */
const lastCall = 24 * 60 * minute

export function waitUntil(now: string, random: number): string {
  return new Date(Date.parse(now) + shortestWait + random * (longestWait - shortestWait)).toISOString()
}

/** A time further away than the longest wait was set by a clock that has been moved since: then waiting is over. */
export function waitLeft(dueAt: string, now: string): number {
  const left = Date.parse(dueAt) - Date.parse(now)
  return left > longestWait ? 0 : Math.max(0, left)
}

export type Wait =
  { readonly kind: 'due' } | { readonly kind: 'a-while'; readonly milliseconds: number } | { readonly kind: 'for-colleagues' }

/** Whether a frozen message may be sent now, and if not, what it waits for. */
export function waitOf(waiting: Pick<Waiting, 'dueAt' | 'hurry' | 'attempted' | 'unit'>, known: KnownRound | undefined, now: string): Wait {
  if (waiting.hurry || waiting.attempted || isLastCall(known, now)) return { kind: 'due' }
  const milliseconds = waitLeft(waiting.dueAt, now)
  if (milliseconds > 0) return { kind: 'a-while', milliseconds }
  return known?.joined?.[waiting.unit] === 'under-5' ? { kind: 'for-colleagues' } : { kind: 'due' }
}

function isLastCall(known: KnownRound | undefined, now: string): boolean {
  if (known === undefined) return false
  return known.document.state !== 'open' || Date.parse(now) >= Date.parse(known.document.closes) - lastCall
}
