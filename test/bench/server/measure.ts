import type { FrozenRound } from '../../../src/server/issuer/rounds.ts'
import type { Stores } from '../../../src/server/store/stores.ts'
import { sendAll } from './load.ts'
import { type Transaction, checkCounted, emptyCollector } from './recording.ts'
import { type Pace, median } from './samples.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'

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
}

/** One way to have contributions counted. */
export type Way = {
  readonly name: string
  /** Where it makes no difference how many connections there are. */
  readonly alone?: true
  readonly run: (spread: Spread, contributions: number, connections: number) => Measured | Promise<Measured>
}

/** Medians over the rounds. `of` is the share of the way that it is held against, taken within each round. */
export type Line = Measured & {
  readonly spread: string
  readonly way: string
  readonly connections: number
  readonly against?: { readonly way: string; readonly share: number; readonly shares: readonly number[] }
}

/** Sends requests to some servers, and sees how long they were busy. */
export async function measureServers(servers: readonly Server[], requests: readonly Buffer[], connections: number): Promise<Measured> {
  const busy = () => servers.reduce((sum, server) => sum + (server.busyMilliseconds() ?? Number.NaN), 0)
  const before = busy()
  const pace = await sendAll(
    servers.map(({ port }) => port),
    requests,
    connections,
  )
  const serverMicroseconds = ((busy() - before) * 1000) / requests.length
  return { ...pace, ...(Number.isNaN(serverMicroseconds) ? {} : { serverMicroseconds }) }
}

/** Medians of what was measured. */
export function medianOf(measured: readonly Measured[]): Measured {
  const of = (read: (each: Measured) => number | undefined) => median(measured.flatMap((each) => read(each) ?? []))
  const serverMicroseconds = of((each) => each.serverMicroseconds)
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    ...(Number.isNaN(serverMicroseconds) ? {} : { serverMicroseconds }),
  }
}

type Case = { readonly spread: Spread; readonly way: Way; readonly connections: number; readonly contributions: number }

function casesOf(spreads: readonly Spread[], ways: readonly Way[], { concurrency }: Settings): readonly Case[] {
  return spreads.flatMap((spread) =>
    concurrency.flatMap((load, at) => ways.filter((way) => way.alone !== true || at === 0).map((way) => ({ spread, way, ...load }))),
  )
}

/** On an empty collector, and each contribution counted once, or it is no measurement. */
async function runCase(stores: Stores, { spread, way, connections, contributions }: Case): Promise<Measured> {
  await emptyCollector(stores.collector, spread.frozen.round)
  const measured = await way.run(spread, contributions, connections)
  await checkCounted(stores.collector, contributions)
  await emptyCollector(stores.collector, spread.frozen.round)
  return measured
}

/**
 * Measures every way in turn, round after round, so that whatever else the machine does meets all of them. The first round warms up
 * and does not count.
 * @param against the way that the others are held against
 */
export async function measureInTurn(
  stores: Stores,
  spreads: readonly Spread[],
  ways: readonly Way[],
  against: string,
  settings: Settings,
): Promise<readonly Line[]> {
  const cases = casesOf(spreads, ways, settings)
  const samples = new Map<Case, Measured[]>(cases.map((each) => [each, []]))
  for (let round = 0; round <= settings.rounds; round += 1) {
    for (const each of cases) {
      const measured = await runCase(stores, each)
      if (round > 0) samples.get(each)?.push(measured)
    }
  }
  return cases.map((each) => {
    const { spread, way, connections } = each
    const own = samples.get(each) ?? []
    const line = { spread: spread.name, way: way.name, connections, ...medianOf(own) }
    const yardstick = cases.find(
      (other) => other.way.name === against && other.spread === spread && (other.way.alone === true || other.connections === connections),
    )
    if (yardstick === undefined || yardstick.way === way) return line
    const shares = own.map(({ perSecond }, at) => perSecond / (samples.get(yardstick)?.[at]?.perSecond ?? Number.NaN))
    return { ...line, against: { way: against, share: median(shares), shares } }
  })
}
