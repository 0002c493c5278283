import { type Result, fail, ok } from '../domain/result.ts'
import type { KnownRound } from '../protocol/known-round.ts'
import type { Joining } from '../protocol/participation.ts'
import { problemKind } from '../protocol/problem.ts'
import { type UnitResult, unitResult } from '../protocol/results.ts'
import { type Answers, type ContributeRefusal, contribute, hurry, putOff, withdraw } from './contribute.ts'
import { createOutbox, type WakeReason } from './outbox.ts'
import type { StoreRefusal, SyncPorts } from './ports.ts'
import { type RoundRefusal, readRound } from './read-round.ts'

/** What is known of a slip. A code typed by hand comes without the key id. */
export type TypedSlip = { readonly round: string; readonly unit: string; readonly code: string; readonly keyId?: string }
/** `forbidden`: this round is shown to leaders only. */
export type ResultRefusal = { readonly kind: 'unreachable' | 'not-released' | 'forbidden' | 'unreadable' }
type Done = Promise<Result<undefined, ContributeRefusal>>

/** Everything a person can do about a round. What needs the network is kept on the device and done when there is one. */
export type Contributing = {
  readonly readRound: (round: string) => Promise<Result<KnownRound, RoundRefusal>>
  /** Keeps the slip on the device, then fetches its place if there is a network. Gives back the participation's id. */
  readonly join: (slip: TypedSlip) => Promise<Result<string, StoreRefusal>>
  readonly tryAgain: (id: string) => Promise<void>
  /** Forgets a slip that gave no place, or a participation that is over. */
  readonly discard: (id: string) => Promise<Result<undefined, ContributeRefusal>>
  readonly contribute: (id: string, answers: Answers) => Done
  readonly putOff: (id: string, choice: 'later' | 'no') => Done
  readonly withdraw: (id: string) => Done
  readonly sendNow: (id: string) => Done
  readonly unitResult: (round: string, unit: string) => Promise<Result<UnitResult, ResultRefusal>>
  readonly wake: (reason: WakeReason) => Promise<void>
  readonly stop: () => void
}

function isSameSlip(slip: TypedSlip, { round, unit, code }: TypedSlip): boolean {
  return slip.round === round && slip.unit === unit && slip.code === code
}

/** A slip that is already under way goes on with the bytes it has: other bytes would be refused as a second use. */
async function keepSlip(ports: SyncPorts, slip: TypedSlip): Promise<Result<string, StoreRefusal>> {
  const all = await ports.participations.list()
  if (!all.ok) return all
  const known = all.value.find((each): each is Joining => each.stage === 'joining' && isSameSlip(slip, each))
  if (known !== undefined) {
    const cleared = await ports.participations.change(known.id, clearRefusal)
    return cleared.ok ? ok(known.id) : cleared
  }
  const id = ports.newId()
  const added = await ports.participations.add({ ...slip, id, stage: 'joining' })
  return added.ok ? ok(id) : added
}

function clearRefusal(stored: Parameters<Parameters<SyncPorts['participations']['change']>[1]>[0]): typeof stored {
  if (stored.stage !== 'joining') return stored
  const { refusal: _refusal, ...again } = stored
  return again
}

async function discard(ports: SyncPorts, id: string): Done {
  const found = await ports.participations.find(id)
  if (!found.ok) return found
  const isOver = found.value?.stage === 'settled' || (found.value?.stage === 'joining' && found.value.refusal !== undefined)
  if (!isOver) return fail({ kind: 'not-now' })
  const removed = await ports.participations.remove(id)
  return removed.ok ? ok(undefined) : removed
}

async function readResult(ports: SyncPorts, round: string, unit: string): Promise<Result<UnitResult, ResultRefusal>> {
  const reply = await ports.exchange('GET', `/rounds/${round}/results/${unit}`)
  const kind = problemKind(reply?.body)
  if (kind === 'not-released') return fail({ kind: 'not-released' })
  if (kind === 'forbidden' || kind === 'sign-in-needed' || kind === 'not-found') return fail({ kind: 'forbidden' })
  if (reply?.status !== 200) return fail({ kind: 'unreachable' })
  const parsed = unitResult.safeParse(reply.body)
  return parsed.success ? ok(parsed.data) : fail({ kind: 'unreadable' })
}

export function createContributing(ports: SyncPorts): Contributing {
  const outbox = createOutbox(ports)
  const thenWake = async (done: Done): Done => {
    const result = await done
    if (result.ok) void outbox.wake('changed')
    return result
  }
  return {
    readRound: (round) => readRound(ports, round),
    join: async (slip) => {
      const kept = await ports.lock('peil-slip', () => keepSlip(ports, slip))
      if (kept.ok) await outbox.wake('changed')
      return kept
    },
    tryAgain: async (id) => {
      await ports.participations.change(id, clearRefusal)
      await outbox.wake('changed')
    },
    discard: (id) => discard(ports, id),
    contribute: (id, answers) => thenWake(contribute(ports, id, answers)),
    putOff: (id, choice) => putOff(ports, id, choice),
    withdraw: (id) => thenWake(withdraw(ports, id)),
    sendNow: (id) => thenWake(hurry(ports, id)),
    unitResult: (round, unit) => readResult(ports, round, unit),
    wake: outbox.wake,
    stop: outbox.stop,
  }
}
