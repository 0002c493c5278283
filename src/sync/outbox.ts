import { fail, ok } from '../domain/result.ts'
import type { Participation } from '../protocol/participation.ts'
import { fetchPacks } from './fetch-packs.ts'
import { fetchProfile } from './fetch-profile.ts'
import { tryJoin } from './join.ts'
import type { SyncPorts } from './ports.ts'
import { type Attempt, followPlace, followUp, trySend } from './send.ts'

/** `start`: Peil was opened. Then waiting in order not to be told by the time is over. */
export type WakeReason = 'start' | 'online' | 'visible' | 'changed' | 'timer'

export type Outbox = {
  /** Works through everything once, and plans the next time by itself. One tab at a time. */
  readonly wake: (reason: WakeReason) => Promise<void>
  readonly stop: () => void
}

const lockName = 'peil-outbox'
const firstPause = 5_000
const longestPause = 10 * 60_000

/** Exponential, with full jitter: devices that lost a server together do not come back together. */
export function pauseAfter(failures: number, random: number): number {
  const most = Math.min(longestPause, firstPause * 2 ** Math.min(failures, 20))
  return Math.round(most / 2 + (random * most) / 2)
}

export function shuffle<T>(things: readonly T[], random: () => number): readonly T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

async function work(ports: SyncPorts, participation: Participation): Promise<Attempt> {
  switch (participation.stage) {
    case 'joining': {
      if (participation.refusal !== undefined) return ok({ kind: 'done' })
      const joined = await tryJoin(ports, participation)
      return joined.ok ? ok({ kind: 'done' }) : joined
    }
    case 'joined':
      return followPlace(ports, participation)
    case 'waiting':
      return trySend(ports, participation)
    case 'sent':
      return followUp(ports, participation)
    case 'settled':
      return ok({ kind: 'done' })
  }
}

async function endWaits(ports: SyncPorts, all: readonly Participation[]): Promise<void> {
  const dueAt = ports.now()
  for (const each of all) {
    if (each.stage === 'joined' || each.stage === 'waiting' || each.stage === 'sent') {
      await ports.participations.change(each.id, (stored) => ('dueAt' in stored ? { ...stored, dueAt } : stored))
    }
  }
}

/** One pass over everything, in random order, and then what the rounds ask and their municipalities say. The longest pause asked for, and the shortest wait. */
export async function passOnce(ports: SyncPorts, reason: WakeReason): Promise<readonly Attempt[]> {
  const before = await ports.participations.list()
  if (before.ok && reason === 'start') await endWaits(ports, before.value)
  const all = await ports.participations.list()
  if (!all.ok) return [fail(all.error)]
  const attempts: Attempt[] = []
  for (const { id } of shuffle(all.value, ports.random)) {
    const now = await ports.participations.find(id)
    if (now.ok && now.value !== undefined) attempts.push(await work(ports, now.value))
  }
  return [...attempts, ...(await fetchPacks(ports)), await fetchProfile(ports)]
}

/** Milliseconds until something is worth trying again; nothing if nothing is waited for. */
function nextAfter(attempts: readonly Attempt[], failures: number, random: number): number | undefined {
  const times = attempts.flatMap((attempt) => {
    if (attempt.ok) return attempt.value.kind === 'waits' ? [attempt.value.milliseconds] : []
    const asked = attempt.error.kind === 'later' ? (attempt.error.retryAfter ?? 0) * 1000 : 0
    return [Math.max(asked, pauseAfter(failures, random))]
  })
  return times.length === 0 ? undefined : Math.min(...times)
}

export function createOutbox(ports: SyncPorts): Outbox {
  let failures = 0
  let cancel = (): void => undefined
  const wake = async (reason: WakeReason): Promise<void> => {
    cancel()
    const attempts = await ports.lock(lockName, () => passOnce(ports, reason))
    failures = attempts.some((attempt) => !attempt.ok) ? failures + 1 : 0
    const next = nextAfter(attempts, failures - 1, ports.random())
    cancel()
    if (next !== undefined) cancel = ports.after(next, () => void wake('timer'))
  }
  return {
    wake,
    stop: () => {
      cancel()
    },
  }
}
