import { type Result, fail, ok } from '../../domain/result.ts'
import { decodeBase64url } from '../../protocol/base64url.ts'
import type { Contribution } from '../../protocol/contribution.ts'
import type { Round } from '../../protocol/round.ts'
import type { Database, Sql } from '../store/database.ts'
import { countInOne } from './count-in-one.ts'
import { count } from './counters.ts'
import { isWellFormed } from './form.ts'
import { incarnationOf, intakeOf, intakeState } from './intake.ts'
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

type Given = { readonly commitment: Buffer; readonly nullifier: Buffer; readonly replaced?: Buffer }

function bytesOf(text: string): Uint8Array {
  return decodeBase64url(text) ?? new Uint8Array()
}

/** First time: counted. The same again: nothing. Another version, with the one it replaces: exchanged. */
async function countOnce(sql: Sql, message: Contribution, given: Given): Promise<Counted> {
  const { intake, stopped } = await intakeOf(sql, message.round)
  if (stopped) return fail({ kind: 'round-closed' })
  const incarnation = await incarnationOf(sql)
  const [row] = await sql.all('SELECT commitment FROM nullifier WHERE intake = $1 AND nullifier = $2', intake, given.nullifier)
  const held = row?.['commitment']
  if (!(held instanceof Uint8Array)) {
    await sql.all('INSERT INTO nullifier (intake, nullifier, commitment) VALUES ($1, $2, $3)', intake, given.nullifier, given.commitment)
    await count(sql, intake, message.unit, message, 1)
    return ok({ incarnation })
  }
  if (given.commitment.equals(held)) return ok({ incarnation })
  if (message.prev === undefined || given.replaced?.equals(held) !== true) return fail({ kind: 'conflict' })
  await sql.all('UPDATE nullifier SET commitment = $3 WHERE intake = $1 AND nullifier = $2', intake, given.nullifier, given.commitment)
  await count(sql, intake, message.unit, message.prev, -1)
  await count(sql, intake, message.unit, message, 1)
  return ok({ incarnation })
}

async function countOncePostgres(collector: Database, message: Contribution, given: Given): Promise<Counted> {
  const { round, unit, prev } = message
  const { nullifier, commitment, replaced } = given
  const earlier = prev === undefined || replaced === undefined ? {} : { replaced: { version: prev, commitment: replaced } }
  const how = await countInOne(collector, { round, unit, nullifier, version: message, commitment, ...earlier })
  switch (how.kind) {
    case 'counted':
      return ok({ incarnation: how.incarnation })
    case 'known':
      return ok({ incarnation: await incarnationOf(collector) })
    case 'conflict':
      return fail({ kind: 'conflict' })
    case 'stopped':
      return fail({ kind: 'round-closed' })
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
export async function contribute(deps: CollectorDependencies, message: Contribution): Promise<Counted> {
  const round = await deps.findRound(message.round)
  const unit = round?.units.find((each) => each.unit === message.unit)
  if (round !== undefined && unit !== undefined && !isWellFormed(message, unit, round.dimensions.length)) return fail({ kind: 'malformed' })
  if (round?.state === 'released') return fail({ kind: 'round-closed' })
  if (round !== undefined && deps.clock().toISOString() >= round.acceptUntil) return fail(await refusalAfterTime(deps.collector, round))
  if (unit === undefined) return fail({ kind: 'token-invalid' })

  const prepared = preparedMessage(message.round, unit, bytesOf(message.t))
  if (!isValidToken(unit, prepared, bytesOf(message.s))) return fail({ kind: 'token-invalid' })
  const given: Given = {
    nullifier: nullifierOf(prepared),
    commitment: commitmentTo(message, bytesOf(message.r)),
    ...(message.prev === undefined ? {} : { replaced: commitmentTo(message.prev, bytesOf(message.prev.r)) }),
  }
  if (deps.collector.engine === 'postgres') return countOncePostgres(deps.collector, message, given)
  return deps.collector.transaction((sql) => countOnce(sql, message, given))
}
