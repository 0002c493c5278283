import { createCluster } from '../../support/postgres-cluster.ts'
import { runBarePostgres } from './bare-postgres.ts'
import { runBareSqlite } from './bare-sqlite.ts'
import { type Benchmarked, type Say, benchmark } from './engine.ts'
import { type Way, measureServers } from './measure.ts'
import { hasPgbench, runPgbench } from './pgbench.ts'
import { ask, clusterSettings, postgresPlace } from './postgres-place.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'
import { sqlitePlace } from './sqlite-place.ts'

function serverWay(name: string, servers: readonly Server[]): Way {
  return { name, run: ({ requests }, load) => measureServers(servers, requests.slice(0, load.contributions), load) }
}

/** Against the same transaction on the same file, bare. */
export function benchmarkSqlite(settings: Settings, say: Say): Promise<Benchmarked> {
  const place = sqlitePlace()
  const bare: Way = {
    name: 'bare',
    alone: true,
    run: ({ transactions }, { contributions, seconds }) =>
      runBareSqlite(place.folder, transactions.slice(0, contributions), { seconds, durable: true }),
  }
  return benchmark({ place, servers: 1, against: bare.name, ways: (servers) => [bare, serverWay('server', servers)] }, settings, say)
}

export type PostgresBenchmarked = Benchmarked & { readonly deadlocks: number; readonly settings: readonly string[] }

/** Against `pgbench` with the same statement, or where there is none the driver alone, on a cluster of its own. */
export async function benchmarkPostgres(settings: Settings, say: Say): Promise<PostgresBenchmarked> {
  const cluster = createCluster(clusterSettings)
  try {
    await cluster.start()
    const place = await postgresPlace(cluster)
    const url = place.environment['DATABASE_URL'] ?? ''
    const pgbench: Way = {
      name: 'pgbench',
      run: ({ transactions }, { contributions, connections }) =>
        runPgbench(cluster, place, transactions.slice(0, contributions), connections),
    }
    const bare: Way = {
      name: 'bare',
      run: ({ transactions }, { contributions, connections, seconds }) =>
        runBarePostgres(url, transactions.slice(0, contributions), connections, { seconds, durable: true }),
    }
    const yardsticks = hasPgbench() ? [pgbench, bare] : [bare]
    const ways = (servers: readonly Server[]) => [
      ...yardsticks,
      serverWay('1 server', servers.slice(0, 1)),
      serverWay('2 servers', servers),
    ]
    let deadlocks = 0
    const counting = {
      ...place,
      remove: async () => {
        const [row] = await ask(url, 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()')
        deadlocks = Number(row?.['deadlocks'])
        await place.remove()
      },
    }
    const done = await benchmark({ place: counting, servers: 2, against: yardsticks[0]?.name ?? '', ways }, settings, say)
    return { ...done, deadlocks, settings: clusterSettings }
  } finally {
    await cluster.remove()
  }
}
