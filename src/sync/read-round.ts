import { type Result, fail, ok } from '../domain/result.ts'
import { configuration } from '../protocol/configuration.ts'
import type { KnownRound } from '../protocol/known-round.ts'
import { problemKind } from '../protocol/problem.ts'
import { joinedFigures, round as roundSchema } from '../protocol/round.ts'
import type { Exchange, StoreRefusal, SyncPorts } from './ports.ts'

/** `unreachable`: no network, or a server that does not answer as ours does. Worth another try. */
export type RoundRefusal =
  { readonly kind: 'unreachable' } | { readonly kind: 'round-unknown' } | { readonly kind: 'round-unreadable' } | StoreRefusal

async function fetchDocument(exchange: Exchange, round: string): Promise<Result<KnownRound['document'], RoundRefusal>> {
  const reply = await exchange('GET', `/rounds/${round}`)
  if (reply === undefined) return fail({ kind: 'unreachable' })
  if (problemKind(reply.body) === 'not-found') return fail({ kind: 'round-unknown' })
  if (reply.status !== 200 || reply.body === undefined) return fail({ kind: 'unreachable' })
  const parsed = roundSchema.safeParse(reply.body)
  return parsed.success && parsed.data.round === round ? ok(parsed.data) : fail({ kind: 'round-unreadable' })
}

async function fetchFigures(exchange: Exchange, round: string): Promise<KnownRound['joined']> {
  const reply = await exchange('GET', `/rounds/${round}/joined`)
  const parsed = joinedFigures.safeParse(reply?.body)
  return reply?.status === 200 && parsed.success ? parsed.data : undefined
}

/** Where the collector stands now; as it was last known where that cannot be learnt. A server from before collectors stood apart says nothing. */
async function fetchCollector({ exchange, rounds }: SyncPorts, round: string): Promise<KnownRound['collector']> {
  const reply = await exchange('GET', '/configuration')
  const parsed = configuration.safeParse(reply?.body)
  if (reply?.status === 200 && parsed.success) return parsed.data.collectorOrigin
  const before = await rounds.find(round)
  return before.ok ? before.value?.collector : undefined
}

/** Fetches a round, its joined figures and where its contributions go anew, and keeps them on the device. */
export async function readRound(ports: SyncPorts, round: string): Promise<Result<KnownRound, RoundRefusal>> {
  const document = await fetchDocument(ports.exchange, round)
  if (!document.ok) return document
  const [joined, collector] = await Promise.all([
    document.value.state === 'released' ? undefined : fetchFigures(ports.exchange, round),
    fetchCollector(ports, round),
  ])
  const known: KnownRound = {
    ...{ round, document: document.value },
    ...(joined === undefined ? {} : { joined }),
    ...(collector === undefined ? {} : { collector }),
  }
  const saved = await ports.rounds.save(known)
  return saved.ok ? ok(known) : saved
}
