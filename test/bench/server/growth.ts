import { runBarePostgres } from './bare-postgres.ts'
import { runBareSqlite, withNewTokens } from './bare-sqlite.ts'
import type { Spread } from './measure.ts'
import type { Place, Weight } from './place.ts'
import { emptyCollector } from './recording.ts'
import { type Released, releaseIn } from './release.ts'

/** What the stores weigh with so many contributions. */
export type Grown = Weight & { readonly contributions: number }
export type Growth = {
  readonly before: readonly Grown[]
  /** What each contribution has added to the nullifiers, from the smallest to the largest. */
  readonly bytesPerContribution: number
  /** What of it is a nullifier and its commitment. */
  readonly rowBytes: number
  readonly released: Released
  readonly after: Weight
}

const connections = 8
/** The files grow the same whether or not each commit is waited for. */
const quickly = { seconds: Number.POSITIVE_INFINITY, durable: false }

async function add(place: Place, { transactions }: Spread, howMany: number): Promise<void> {
  const more = withNewTokens(transactions, howMany)
  const url = place.environment['DATABASE_URL']
  if (url === undefined) runBareSqlite(place.folder, more, quickly)
  else await runBarePostgres(url, more, connections, quickly)
}

async function readRowBytes(place: Place): Promise<number> {
  const stores = place.open()
  const [row] = await stores.collector.all('SELECT MAX(LENGTH(nullifier) + LENGTH(commitment)) AS n FROM nullifier')
  await stores.close()
  return Number(row?.['n'])
}

/**
 * Weighs the stores as contributions come, and after the round's release. They come through the server's own statements without
 * HTTP, with keys drawn at random in place of tokens: a hundred thousand signatures would add nothing to the bytes.
 */
export async function measureGrowth(place: Place, spread: Spread, growth: readonly number[]): Promise<Growth> {
  const stores = place.open()
  await emptyCollector(stores.collector, spread.frozen.round)
  await stores.close()
  const before: Grown[] = []
  let held = 0
  for (const contributions of growth) {
    await add(place, spread, contributions - held)
    held = contributions
    before.push({ contributions, ...(await place.weigh()) })
  }
  const rowBytes = await readRowBytes(place)
  const [first, last] = [before[0], before.at(-1)]
  const more = (last?.contributions ?? 0) - (first?.contributions ?? 0)
  const released = await releaseIn(place, spread.frozen.round)
  return {
    before,
    bytesPerContribution: ((last?.nullifierBytes ?? 0) - (first?.nullifierBytes ?? 0)) / more,
    rowBytes,
    released,
    after: await place.weigh(),
  }
}
