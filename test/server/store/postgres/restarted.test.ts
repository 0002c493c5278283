import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Stores, openStores } from '../../../../src/server/store/stores.ts'
import { countInOne } from '../../../../src/server/collector/count-in-one.ts'
import { countersIn, sumsOf } from '../../../support/counters.ts'
import { type Cluster, createCluster } from '../../../support/postgres-cluster.ts'

let cluster: Cluster
let stores: Stores
beforeAll(async () => {
  cluster = createCluster()
  await cluster.start()
  stores = openStores(join(tmpdir(), `peil-pg-${randomUUID().slice(0, 8)}`), cluster.urlOf('postgres'))
})
afterAll(async () => {
  await stores.close()
  await cluster.remove()
})

test.each(['SIGINT', 'SIGKILL'] as const)(
  'when the database ends with %s under load, what was counted is there once, and work goes on',
  async (signal) => {
    await stores.collector.all('DELETE FROM nullifier')
    await stores.collector.all('DELETE FROM head')
    await stores.collector.all('DELETE FROM cell')
    // A connection that nobody uses is lost too.
    await stores.issuer.all('SELECT 1 AS n')
    let failures = 0
    let acknowledged = 0
    let again: Promise<void> | undefined
    const values = '01234-ab'
    const contribute = async (at: number): Promise<void> => {
      const counting = {
        round: signal,
        unit: 'bekken',
        nullifier: Buffer.alloc(32, at),
        commitment: Buffer.alloc(32, at),
        version: { tier: '-', values },
      }
      for (;;) {
        const counted = await countInOne(stores.collector, counting).catch(() => undefined)
        if (counted?.kind === 'counted' || counted?.kind === 'known') break
        failures += 1
        await again
      }
      acknowledged += 1
      if (acknowledged === 30) again = cluster.stop(signal).then(cluster.start)
    }
    await Promise.all(Array.from({ length: 200 }, (_, at) => contribute(at)))
    expect(failures).toBeGreaterThan(0)
    expect(await countersIn(stores.collector)).toEqual(sumsOf(Array.from({ length: 200 }, () => values)))
  },
  60_000,
)
