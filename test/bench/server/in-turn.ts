import type { Stores } from '../../../src/server/store/stores.ts'
import { type Line, type Load, type Measured, type Spread, type Way, medianOf } from './measure.ts'
import { checkCounted, emptyCollector } from './recording.ts'
import { median } from './samples.ts'
import type { Settings } from './settings.ts'

type Case = { readonly spread: Spread; readonly way: Way; readonly load: Load }

function casesOf(spreads: readonly Spread[], ways: readonly Way[], { concurrency, seconds }: Settings): readonly Case[] {
  return spreads.flatMap((spread) =>
    concurrency.flatMap((each, at) =>
      ways.filter((way) => way.alone !== true || at === 0).map((way) => ({ spread, way, load: { ...each, seconds } })),
    ),
  )
}

/** On an empty collector, and each contribution counted once, or it is no measurement. */
async function runCase(stores: Stores, { spread, way, load }: Case): Promise<Measured> {
  await emptyCollector(stores.collector, spread.frozen.round)
  const measured = await way.run(spread, load)
  await checkCounted(stores.collector, measured.count)
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
    const { spread, way } = each
    const { connections } = each.load
    const own = samples.get(each) ?? []
    const line = { spread: spread.name, way: way.name, connections, ...medianOf(own) }
    const yardstick = cases.find(
      (other) =>
        other.way.name === against && other.spread === spread && (other.way.alone === true || other.load.connections === connections),
    )
    if (yardstick === undefined || yardstick.way === way) return line
    const shares = own.map(({ perSecond }, at) => perSecond / (samples.get(yardstick)?.[at]?.perSecond ?? Number.NaN))
    return { ...line, against: { way: against, share: median(shares), shares } }
  })
}
