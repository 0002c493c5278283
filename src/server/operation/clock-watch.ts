import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { keepSeeing, lastSeen, setSeen } from './clock-seen.ts'

const hour = 3_600_000
const day = 24 * hour
/** A server may have been switched off for a holiday; more than this is asked about. */
const furthestAhead = 7 * day
/** Clocks of several servers differ, and midnight comes to one before the other. */
const furthestBehind = day
/** How long a clock must keep step before it is believed, where no round is open that it could end. */
const longEnough = 48 * hour

export type WatchDependencies = {
  readonly stores: { readonly issuer: Database }
  readonly clock: () => Date
  /** Milliseconds of running, whatever is done to the clock. */
  readonly monotonic?: () => number
}

export type ClockWatch = {
  /** Up to when rounds may be ended by the clock: now, or the last day seen while the clock is too far ahead of it. */
  readonly sureTime: () => Promise<Date>
}

/** A clock that does not fit the last day seen: since when, by both clocks, and when it was last said. */
type Doubt = { readonly seen: string; readonly clock: number; readonly running: number; readonly told: number }

/** Whether the clock is where a server that ran on `seen` could find it. */
export function fits(now: Date, seen: string): boolean {
  const ahead = now.getTime() - Date.parse(seen)
  // The whole of the last day may have been seen.
  return ahead <= furthestAhead + day && ahead >= -furthestBehind
}

const next =
  'If the time is right, run: npm run -s peil -- clock-confirm. If it is wrong, set it right: nothing is lost meanwhile, and no round is released by the clock. A round can be closed by its owner or with round-close.'

/**
 * Watches whether the clock can be believed before anything is destroyed because of it (decision 10). A clock set right is believed
 * at once; one that is far from what was seen last when an operator confirms it, or after two days in step, while no round is open.
 */
export function watchClock({ stores: { issuer }, clock, monotonic = () => performance.now() }: WatchDependencies, log: Log): ClockWatch {
  let doubt: Doubt | undefined

  function keepsStep(since: Doubt, now: Date): boolean {
    const drift = now.getTime() - since.clock - (monotonic() - since.running)
    return Math.abs(drift) < hour
  }
  function tell(now: Date, seen: string): void {
    log('error', 'the clock cannot be believed', { clock: now.toISOString(), lastSeen: seen.slice(0, 10), next })
  }
  /** The same doubt as before, or a new one. A day that another server has written since is news. */
  function doubtOf(now: Date, seen: string): Doubt {
    const running = monotonic()
    const same = doubt !== undefined && doubt.seen === seen && keepsStep(doubt, now) ? doubt : undefined
    if (same !== undefined && running - same.told < day) return same
    tell(now, seen)
    return { seen, clock: same?.clock ?? now.getTime(), running: same?.running ?? running, told: running }
  }
  async function isHarmless(): Promise<boolean> {
    const open = await issuer.all(`SELECT round FROM round WHERE phase = 'open' LIMIT 1`)
    return open.length === 0
  }

  return {
    async sureTime() {
      const [now, seen] = [clock(), await lastSeen(issuer)]
      if (seen === undefined || fits(now, seen)) {
        doubt = undefined
        await keepSeeing(issuer, now)
        return now
      }
      doubt = doubtOf(now, seen)
      if (monotonic() - doubt.running >= longEnough && (await isHarmless())) {
        log('warn', 'the clock has kept step for two days while no round was open, and is believed', { clock: now.toISOString() })
        doubt = undefined
        await setSeen(issuer, now)
        return now
      }
      return new Date(Math.min(now.getTime(), Date.parse(seen)))
    },
  }
}
