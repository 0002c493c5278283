import type { FrozenRound } from '../../../src/server/issuer/rounds.ts'
import { sendAll } from './load.ts'
import type { Transaction } from './recording.ts'
import { type Pace, median } from './samples.ts'
import type { Server } from './server.ts'

/** Everybody's contributions to one round, as statements and as requests. */
export type Spread = {
  readonly name: string
  readonly frozen: FrozenRound
  readonly transactions: readonly Transaction[]
  readonly requests: readonly Buffer[]
}

export type Measured = Pace & {
  /** Time on a processor for one request, all server processes together. */
  readonly serverMicroseconds?: number
  /** Of an answer over HTTP. */
  readonly bytesEach?: number
}

/** At most so many contributions, in at most so many seconds. */
export type Load = { readonly connections: number; readonly contributions: number; readonly seconds: number }

/** How the store is used without a server: for how long at most, and whether every commit waits for the disk. */
export type Bare = { readonly seconds: number; readonly durable: boolean }

/** One way to have contributions counted. */
export type Way = {
  readonly name: string
  /** Where it makes no difference how many connections there are. */
  readonly alone?: true
  readonly run: (spread: Spread, load: Load) => Measured | Promise<Measured>
}

/** Medians over the rounds. `of` is the share of the way that it is held against, taken within each round. */
export type Line = Measured & {
  readonly spread: string
  readonly way: string
  readonly connections: number
  readonly against?: { readonly way: string; readonly share: number; readonly shares: readonly number[] }
}

/** Sends requests to some servers, and sees how long they were busy. */
export async function measureServers(
  servers: readonly Server[],
  requests: readonly Buffer[],
  { connections, seconds }: Pick<Load, 'connections' | 'seconds'>,
): Promise<Measured> {
  const busy = () => servers.reduce((sum, server) => sum + (server.busyMilliseconds() ?? Number.NaN), 0)
  const before = busy()
  const pace = await sendAll(
    servers.map(({ port }) => port),
    requests,
    connections,
    seconds,
  )
  const serverMicroseconds = ((busy() - before) * 1000) / pace.count
  return { ...pace, ...(Number.isNaN(serverMicroseconds) ? {} : { serverMicroseconds }) }
}

/** Medians of what was measured. */
export function medianOf(measured: readonly Measured[]): Measured {
  const of = (read: (each: Measured) => number | undefined) => median(measured.flatMap((each) => read(each) ?? []))
  const serverMicroseconds = of((each) => each.serverMicroseconds)
  const bytesEach = of((each) => each.bytesEach)
  return {
    count: of(({ count }) => count),
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    ...(Number.isNaN(serverMicroseconds) ? {} : { serverMicroseconds }),
    ...(Number.isNaN(bytesEach) ? {} : { bytesEach }),
  }
}
