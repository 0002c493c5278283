import { problemKind } from '../../protocol/problem.ts'
import { type Round, round as roundSchema } from '../../protocol/round.ts'
import type { Database } from '../store/database.ts'
import { hasStopped } from './intake.ts'

export type IssuerPlace = {
  readonly publicOrigin: string
  readonly collector: Database
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

const patience = 10_000

async function askIssuer({ publicOrigin, fetch }: IssuerPlace, round: string): Promise<Round | undefined> {
  const reply = await fetch(`${publicOrigin}/api/v1/rounds/${round}`, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  const body: unknown = await reply.json().catch(() => undefined)
  if (problemKind(body) === 'not-found') return undefined
  const parsed = roundSchema.safeParse(body)
  if (reply.ok && parsed.success && parsed.data.round === round) return parsed.data
  throw new Error(`the issuer answered ${reply.status} without a round`)
}

/**
 * A collector that stands apart knows of the issuer what everybody knows: it fetches the public document of a round, once, for
 * that is frozen. When a round is over its own store tells, for the release stops it there first.
 */
export function roundsFromIssuer(place: IssuerPlace): (round: string) => Promise<Round | undefined> {
  const known = new Map<string, Round>()
  return async (round) => {
    const found = known.get(round) ?? (await askIssuer(place, round))
    if (found === undefined) return undefined
    known.set(round, found)
    return (await hasStopped(place.collector, round)) ? { ...found, state: 'released' } : found
  }
}
