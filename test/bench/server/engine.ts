import type { Engine } from '../../../src/server/store/database.ts'
import { type Ask, measureAsks } from './asks.ts'
import { type Growth, measureGrowth } from './growth.ts'
import { measureInTurn } from './in-turn.ts'
import type { Line, Spread, Way } from './measure.ts'
import type { Place } from './place.ts'
import { type Released, measureRelease } from './release.ts'
import { type Server, startServer } from './server.ts'
import type { Settings } from './settings.ts'
import { contributeAll } from './spreads.ts'

/** Everything that was measured on one engine. */
export type Benchmarked = {
  readonly engine: Engine
  readonly dimensions: number
  readonly contributions: readonly Line[]
  readonly asks: readonly Ask[]
  readonly growth: Growth
  readonly release: Released
  /** The most memory that each server process had, after all of this. */
  readonly serverPeakBytes: readonly number[]
}

/** What differs between the engines. */
export type Bench = {
  readonly place: Place
  /** How many server processes work on the stores. */
  readonly servers: number
  readonly ways: (servers: readonly Server[]) => readonly Way[]
  readonly against: string
}

export type Say = (line: string) => void

/** Contributions and other requests, to real server processes. */
async function measureServing({ place, servers: howMany, ways, against }: Bench, settings: Settings, say: Say) {
  const stores = place.open()
  const people = settings.units * settings.peoplePerUnit
  const many = await contributeAll(stores, settings.units, settings.peoplePerUnit)
  await stores.close()
  const template = await place.copy()
  const again = place.open()
  const one = await contributeAll(again, 1, people)
  const servers: Server[] = []
  try {
    for (let at = 0; at < howMany; at += 1) servers.push(await startServer(place))
    say('contributions')
    // The other round's counters would be counted, too.
    await again.collector.all('DELETE FROM nullifier')
    await again.collector.all('DELETE FROM head')
    await again.collector.all('DELETE FROM cell')
    const contributions = await measureInTurn(again, [many.spread, one.spread], ways(servers), against, settings)
    say('other requests')
    const [first] = servers
    const asks = first === undefined ? [] : await measureAsks(first, many.opened, settings)
    const serverPeakBytes = servers.map((server) => server.peakBytes() ?? Number.NaN)
    return { template, spread: many.spread, contributions, asks, serverPeakBytes }
  } catch (cause) {
    await template.remove()
    throw cause
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await again.close()
  }
}

/** The stores as everybody has contributed, before anything else happened to them. */
async function measureStores(template: Place, spread: Spread, settings: Settings, say: Say) {
  say('release')
  const people = settings.units * settings.peoplePerUnit
  const release = await measureRelease(template, spread.frozen.round, people, settings.rounds)
  say('growth')
  const growth = await measureGrowth(template, spread, settings.growth)
  return { release, growth }
}

export async function benchmark(bench: Bench, settings: Settings, say: Say): Promise<Benchmarked> {
  const { engine } = bench.place
  const tell: Say = (line) => say(`${engine}: ${line}`)
  tell('a municipality opens its round, and everybody gets a token')
  try {
    const { template, spread, ...served } = await measureServing(bench, settings, tell)
    try {
      const kept = await measureStores(template, spread, settings, tell)
      return { engine, dimensions: spread.frozen.dimensions.length, ...served, ...kept }
    } finally {
      await template.remove()
    }
  } finally {
    await bench.place.remove()
  }
}
