import { type Result, fail, ok } from '../domain/result.ts'
import { type Contribution, type ContributionVersion, isWithdrawal, padContribution } from '../protocol/contribution.ts'
import type { JoinedPlace, Participation, Sent, Waiting } from '../protocol/participation.ts'
import type { StoreRefusal, SyncPorts } from './ports.ts'
import { textOf } from './unit-key.ts'

/** `not-now`: another tab or a reply was faster, and what was asked for is no longer possible. */
export type ContributeRefusal = StoreRefusal | { readonly kind: 'not-now' }
export type Answers = { readonly tier: string; readonly values: string }

type Place = JoinedPlace | Waiting | Sent

/** The message as it will be sent, to the byte. */
export function freeze({ round, unit, token }: Place, version: ContributionVersion, prev?: ContributionVersion): string {
  const message: Contribution = { v: 1, round, unit, t: token.t, s: token.s, ...version, ...(prev === undefined ? {} : { prev }) }
  return padContribution(message)
}

/** The version the collector has, if it has one for certain. */
function confirmed(place: Place): Sent['acknowledged'] | undefined {
  if (place.stage === 'sent') return place.acknowledged
  return place.stage === 'waiting' ? place.replaces : undefined
}

function freezeVersion(place: Place, version: ContributionVersion, hurry: boolean): Waiting {
  const { id, round, unit, token, dueAt, elsewhere } = place
  const replaces = confirmed(place)
  const body = freeze(place, version, replaces?.version ?? elsewhere?.[0])
  const kept = { ...(replaces && { replaces }), ...(elsewhere && { elsewhere }) }
  return { id, round, unit, token, dueAt, stage: 'waiting', version, body, hurry, attempted: false, ...kept }
}

/**
 * The same version once more, in place of the next one that the collector may have instead: versions replace each other in order, so
 * what is refused for one of them may be taken for a later one.
 */
export function freezeForNext(waiting: Waiting): Waiting | undefined {
  const { elsewhere = [], version, body } = waiting
  const { prev } = JSON.parse(body) as Contribution
  const next = elsewhere[elsewhere.findIndex(({ r }) => r === prev?.r) + 1]
  return next && { ...waiting, body: freeze(waiting, version, next) }
}

/** A message that may already have arrived is sent until it is answered; only then can another take its place. */
function isOpen(stored: Participation): stored is Place {
  return stored.stage === 'joined' || stored.stage === 'sent' || (stored.stage === 'waiting' && !stored.attempted)
}

async function change(ports: SyncPorts, id: string, decide: (open: Place) => Participation): Promise<Result<undefined, ContributeRefusal>> {
  const before = { open: false }
  const stored = await ports.participations.change(id, (now) => {
    before.open = isOpen(now)
    return isOpen(now) ? decide(now) : now
  })
  if (!stored.ok) return stored
  return before.open ? ok(undefined) : fail({ kind: 'not-now' })
}

function randomOpening(ports: SyncPorts): string {
  return textOf(ports.randomBytes(32))
}

/** Freezes what will be sent, also in place of what was sent before. */
export function contribute(ports: SyncPorts, id: string, answers: Answers): Promise<Result<undefined, ContributeRefusal>> {
  const version = { ...answers, r: randomOpening(ports) }
  return change(ports, id, (open) => freezeVersion(open, version, false))
}

/** The place is kept; the person has not decided, or has decided not to. */
export function putOff(ports: SyncPorts, id: string, choice: 'later' | 'no'): Promise<Result<undefined, ContributeRefusal>> {
  return change(ports, id, (open) => (open.stage === 'joined' ? { ...open, choice } : open))
}

/** Before it was sent, here or elsewhere, nothing leaves the device. After that an empty version takes its place. */
export function withdraw(ports: SyncPorts, id: string): Promise<Result<undefined, ContributeRefusal>> {
  const r = randomOpening(ports)
  return change(ports, id, (open) => {
    const before = confirmed(open)
    const { id: same, round, unit, token, dueAt, elsewhere } = open
    const place = { id: same, round, unit, token, dueAt }
    const last = elsewhere?.at(-1) ?? before?.version
    if (last === undefined) return { ...place, stage: 'joined', choice: 'later' }
    if (before && !elsewhere && isWithdrawal(last)) return { ...place, stage: 'sent', acknowledged: before }
    const values = '-'.repeat(last.values.length)
    return freezeVersion(open, { tier: '-', values, r }, true)
  })
}

export function hurry(ports: SyncPorts, id: string): Promise<Result<undefined, ContributeRefusal>> {
  return change(ports, id, (open) => (open.stage === 'waiting' ? { ...open, hurry: true } : open))
}
