import { problemKind } from '../../protocol/problem.ts'
import { type Round, round as roundSchema } from '../../protocol/round.ts'
import { OutOfReach } from '../out-of-reach.ts'
import type { Database } from '../store/database.ts'
import { type Asking, createAsking } from './asking.ts'
import { intakeState } from './intake.ts'

export type IssuerPlace = {
  readonly publicOrigin: string
  readonly collector: Database
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly clock: () => Date
}

const patience = 10_000

async function askIssuer({ publicOrigin, fetch }: IssuerPlace, round: string): Promise<Round | undefined> {
  const asked = fetch(`${publicOrigin}/api/v1/rounds/${round}`, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  const reply = await asked.catch((cause: unknown) => {
    throw new OutOfReach('the issuer does not answer', { cause })
  })
  const body: unknown = await reply.json().catch(() => undefined)
  if (problemKind(body) === 'not-found') return undefined
  const parsed = roundSchema.safeParse(body)
  if (reply.ok && parsed.success && parsed.data.round === round) return parsed.data
  throw new OutOfReach(`the issuer answered ${reply.status} without a round`)
}

/**
 * A collector that stands apart knows of the issuer what everybody knows: it fetches the public document of a round, once, for
 * that is frozen. When a round is over its own store tells, for the release stops it there first. Whoever makes up ids of rounds
 * makes the collector ask for a few of them only.
 */
export function roundsFromIssuer(place: IssuerPlace): (round: string) => Promise<Round | undefined> {
  const known = new Map<string, Round>()
  const asking: Asking = createAsking(place.clock, (round) => askIssuer(place, round))
  return async (round) => {
    const state = await intakeState(place.collector, round)
    // Of a round that nothing is known of in the store any more, a municipality may have been removed with it.
    const held = state === undefined ? undefined : known.get(round)
    const found = held ?? (await asking.ask(round, { isKnown: state !== undefined }))
    if (found === undefined) return undefined
    known.set(round, found)
    return state === 'stopped' ? { ...found, state: 'released' } : found
  }
}
