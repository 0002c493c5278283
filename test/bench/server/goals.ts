import type { Benchmarked } from './engine.ts'
import type { Line } from './measure.ts'
import type { Settings } from './settings.ts'

/** What the server is to reach. It is reported and never asserted, for it depends on the machine. */
export type Goal = {
  readonly engine: string
  readonly goal: string
  readonly limit: number
  readonly measured: number
  readonly unit: string
  readonly met: boolean
}

const leastShare = 0.5
const longestWait = 50
const longestRelease = 2000
const largestRelease = 256
const megabyte = 2 ** 20

type Kind = 'at least' | 'at most'

function goal(engine: string, text: string, kind: Kind, limit: number, measured: number, unit: string): Goal {
  const met = kind === 'at least' ? measured >= limit : measured <= limit
  return { engine, goal: `${text}, ${kind}`, limit, measured, unit, met }
}

function lowestShare(lines: readonly Line[]): number {
  return Math.min(...lines.map(({ against }) => against?.share ?? Number.NaN))
}

/** Each line counts, the most crowded and the least: the lowest decides. */
function goalsOfContributions({ engine, contributions }: Benchmarked): readonly Goal[] {
  const served = contributions.filter(({ way }) => way.includes('server'))
  const ways = [...new Set(served.map(({ way }) => way))]
  const most = Math.max(...served.map(({ connections }) => connections))
  const crowded = served.filter(({ connections }) => connections === most)
  const yardstick = served[0]?.against?.way ?? ''
  const shares = ways.map((way) =>
    goal(
      engine,
      `${way}, lowest share of ${yardstick}`,
      'at least',
      leastShare,
      lowestShare(served.filter((line) => line.way === way)),
      '×',
    ),
  )
  if (engine !== 'sqlite') return shares
  const wait = Math.max(...crowded.map(({ p99 }) => p99))
  return [...shares, goal(engine, `p99 at ${most} connections`, 'at most', longestWait, wait, 'ms')]
}

/** A counter for each unit, its people, and each of their answers; two tiers, ten values, as in `openMunicipality`. */
export function mostCounters({ units }: Pick<Settings, 'units'>, dimensions: number): number {
  return units * 2 * (1 + dimensions * 10)
}

export function goalsOf(benchmarked: Benchmarked & { readonly deadlocks?: number }, settings: Settings): readonly Goal[] {
  const { engine, growth, release, deadlocks } = benchmarked
  const counters = growth.before.at(-1)?.counterRows ?? Number.NaN
  return [
    ...goalsOfContributions(benchmarked),
    ...(deadlocks === undefined ? [] : [goal(engine, 'deadlocks', 'at most', 0, deadlocks, '')]),
    goal(engine, 'bytes in a nullifier row', 'at most', 64, growth.rowBytes, 'bytes'),
    goal(engine, 'counters, however many contribute', 'at most', mostCounters(settings, benchmarked.dimensions), counters, 'rows'),
    goal(engine, `release of ${settings.units} units, ${release.people} people`, 'at most', longestRelease, release.milliseconds, 'ms'),
    goal(engine, 'memory of the releasing process', 'at most', largestRelease, release.peakBytes / megabyte, 'MB'),
  ]
}
