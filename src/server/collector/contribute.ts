import { type Result, fail, ok } from '../../domain/result.ts'
import { decodeBase64url } from '../../protocol/base64url.ts'
import type { Contribution } from '../../protocol/contribution.ts'
import type { Round, RoundUnit } from '../../protocol/round.ts'
import type { Database } from '../store/database.ts'
import type { Counting } from './count-in-one.ts'
import { type Outcome, countingIn } from './count-once.ts'
import { isWellFormed } from './form.ts'
import { intakeState } from './intake.ts'
import { commitmentTo, isValidToken, nullifierOf, preparedMessage } from './token.ts'

export type CollectorDependencies = {
  readonly collector: Database
  /** The public round document: all that the collector knows of the issuer. */
  readonly findRound: (round: string) => Promise<Round | undefined>
  readonly clock: () => Date
}
export type ContributionRefusal =
  | { readonly kind: 'malformed' | 'token-invalid' | 'conflict' | 'round-closed' }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }
type Counted = Result<{ readonly incarnation: string }, ContributionRefusal>

function bytesOf(text: string): Uint8Array {
  return decodeBase64url(text) ?? new Uint8Array()
}

function unitOf(round: Round | undefined, { unit }: Contribution): RoundUnit | undefined {
  return round?.units.find((each) => each.unit === unit)
}

/** What there is to count, if the unit's key has signed the token. */
function countingOf(message: Contribution, unit: RoundUnit): Counting | undefined {
  const prepared = preparedMessage(message.round, unit, bytesOf(message.t))
  if (!isValidToken(unit, prepared, bytesOf(message.s))) return undefined
  const { round, prev } = message
  return {
    round,
    unit: unit.unit,
    nullifier: nullifierOf(prepared),
    version: message,
    commitment: commitmentTo(message, bytesOf(message.r)),
    ...(prev === undefined ? {} : { replaced: { version: prev, commitment: commitmentTo(prev, bytesOf(prev.r)) } }),
  }
}

function answerTo(outcome: Outcome): Counted {
  switch (outcome.kind) {
    case 'counted':
      return ok({ incarnation: outcome.incarnation })
    case 'conflict':
      return fail({ kind: 'conflict' })
    case 'stopped':
      return fail({ kind: 'round-closed' })
    case 'strange':
      throw new Error('the collector did not begin with a round that it was told to begin with')
  }
}

/** A device takes `round-closed` as final, so the release says it, and never the clock alone: that may be wrong. */
async function refusalAfterTime(collector: Database, { round }: Round): Promise<ContributionRefusal> {
  return (await intakeState(collector, round)) === 'stopped' ? { kind: 'round-closed' } : { kind: 'unavailable', retryAfter: 60 }
}

/**
 * `POST /contributions` (protocol, section 3). The answer comes after the commit has reached the disk. A message for a
 * round or unit that does not exist has no key that could have signed it.
 */
export function createContributing({ collector, findRound, clock }: CollectorDependencies): (message: Contribution) => Promise<Counted> {
  const countOnce = countingIn(collector)
  /** Rounds as they were when last asked for. All of it but their state is frozen. */
  const held = new Map<string, Round>()
  const hasTimeFor = ({ acceptUntil }: Round): boolean => clock().getTime() < Date.parse(acceptUntil)

  /**
   * Without asking for the round: whether it is over, or is no more, the collector's own store tells with the counting. Nothing but
   * that is decided here; a message that is not simply counted is looked at with the round as it is now.
   */
  async function contributeToHeld(round: Round, message: Contribution): Promise<Counted | undefined> {
    const unit = unitOf(round, message)
    if (unit === undefined || !isWellFormed(message, unit, round.dimensions.length) || !hasTimeFor(round)) return undefined
    const counting = countingOf(message, unit)
    const outcome = counting && (await countOnce(counting, 'tell'))
    return outcome === undefined || outcome.kind === 'strange' ? undefined : answerTo(outcome)
  }

  async function askFor(id: string): Promise<Round | undefined> {
    const round = await findRound(id)
    if (round === undefined || round.state === 'released') held.delete(id)
    else held.set(id, round)
    return round
  }

  async function contributeAsked(message: Contribution): Promise<Counted> {
    const round = await askFor(message.round)
    const unit = unitOf(round, message)
    if (round !== undefined && unit !== undefined && !isWellFormed(message, unit, round.dimensions.length))
      return fail({ kind: 'malformed' })
    if (round?.state === 'released') return fail({ kind: 'round-closed' })
    if (round !== undefined && !hasTimeFor(round)) return fail(await refusalAfterTime(collector, round))
    const counting = unit && countingOf(message, unit)
    return counting === undefined ? fail({ kind: 'token-invalid' }) : answerTo(await countOnce(counting, 'begin'))
  }

  return async (message) => {
    const round = held.get(message.round)
    return (round && (await contributeToHeld(round, message))) ?? contributeAsked(message)
  }
}
