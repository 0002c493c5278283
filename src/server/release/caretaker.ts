import { rewriteCollector } from '../collector/rewrite.ts'
import { forgetOrder, roundsDue } from '../issuer/closing.ts'
import { type Log, causeOf } from '../log.ts'
import { type ClockWatch, watchClock } from '../operation/clock-watch.ts'
import { purgeDue } from '../retention/purge.ts'
import { leaveLogFile } from '../store/rewrite.ts'
import { type CloseDependencies, closeRound } from './close-round.ts'

/** Enough to find a round in the register, and not the id, with which anybody may read its results. */
const shown = (round: string) => round.slice(0, 6)

/** Rounds close to the minute; 72 hours of grace make that soon enough. */
const everyMilliseconds = 60_000
/** Minutes. No device sends a contribution sooner after it got its token (protocol, section 3). */
const forgetEvery = 10

async function closeDueRound(deps: CloseDependencies, round: string, log: Log): Promise<void> {
  try {
    const closed = await closeRound(deps, round, 'clock')
    if (closed.ok) log('info', 'a round was released', { round: shown(round), sha256: closed.value.sha256 })
    else log('error', 'a round could not be released', { round: shown(round), kind: closed.error.kind })
  } catch (cause) {
    log('error', 'a round could not be released', { round: shown(round), cause: causeOf(cause) })
  }
}

/** Releases what is due, and finishes what a crash cut short. One round that cannot be released does not hold up the others. */
export async function closeDueRounds(deps: CloseDependencies, log: Log, watch: ClockWatch = watchClock(deps, log)): Promise<void> {
  for (const round of await roundsDue(deps.stores.issuer, await watch.sureTime())) await closeDueRound(deps, round, log)
}

export type CareDependencies = CloseDependencies & { readonly auditDays: number }

/** Neither the collector's files nor the log it left tell of the day, and what has had its time goes. */
async function clearNight({ stores, auditDays }: CareDependencies, now: Date): Promise<void> {
  await rewriteCollector(stores.collector)
  await leaveLogFile(stores.collector)
  await purgeDue(stores, { auditDays, now, who: 'clock' })
}

export type Caretaker = { stop(): Promise<void> }

/** Looks after the stores while the server runs: releases rounds in time, and clears up every night. */
export function startCaretaker(deps: CareDependencies, log: Log, watch: ClockWatch = watchClock(deps, log)): Caretaker {
  let day = deps.clock().getUTCDate()
  let looks = 0
  let busy: Promise<void> = Promise.resolve()
  async function look(): Promise<void> {
    await closeDueRounds(deps, log, watch)
    looks += 1
    if (looks % forgetEvery === 0) await deps.stores.issuer.exclusively('release', () => forgetOrder(deps.stores.issuer))
    const today = deps.clock().getUTCDate()
    const now = await watch.sureTime()
    if (today !== day) await deps.stores.issuer.exclusively('release', () => clearNight(deps, now))
    day = today
  }
  const timer = setInterval(() => {
    busy = busy.then(look).catch((cause: unknown) => {
      log('error', 'looking after the stores failed', { cause: causeOf(cause) })
    })
  }, everyMilliseconds)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return busy
    },
  }
}
