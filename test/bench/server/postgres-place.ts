import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStores } from '../../../src/server/store/stores.ts'
import type { Cluster } from '../../support/postgres-cluster.ts'
import { type Place, type Weight, countCounters } from './place.ts'

/** As the operator is told to set them (decision 9), with every write confirmed by the disk. */
export const clusterSettings = [
  'max_connections=200',
  'fsync=on',
  'synchronous_commit=on',
  'archive_mode=off',
  'wal_keep_size=0',
  'wal_recycle=off',
  'max_wal_senders=0',
  'wal_level=minimal',
]

/** One answer of a database, or one command to it, as its superuser. */
export async function ask(url: string, text: string, schema = 'public'): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function weigh(url: string): Promise<Weight> {
  const rows = await ask(
    url,
    `SELECT n.nspname AS store, c.relname AS name, pg_total_relation_size(c.oid) AS bytes FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname LIKE 'peil\\_%' AND c.relkind = 'r'`,
  )
  const sum = (store: string, ...names: readonly string[]) =>
    rows
      .filter((row) => row['store'] === store && (names.length === 0 || names.includes(String(row['name']))))
      .reduce((total, row) => total + Number(row['bytes']), 0)
  const [log] = await ask(url, 'SELECT SUM(size) AS bytes FROM pg_ls_waldir()')
  const [counters] = await ask(url, countCounters, 'peil_collector')
  return {
    nullifierBytes: sum('peil_collector', 'nullifier'),
    counterBytes: sum('peil_collector', 'head', 'cell'),
    counterRows: Number(counters?.['n']),
    collectorBytes: sum('peil_collector'),
    issuerBytes: sum('peil_issuer'),
    releasedBytes: sum('peil_released'),
    logBytes: Number(log?.['bytes']),
  }
}

let databases = 0

/** A database of its own. @param template the database to begin as */
export async function postgresPlace(cluster: Cluster, template = 'template1'): Promise<Place> {
  databases += 1
  const name = `bench_${databases}`
  await ask(cluster.urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = cluster.urlOf(name)
  const folder = mkdtempSync(join(tmpdir(), 'peil-bench-'))
  return {
    engine: 'postgres',
    folder,
    environment: { PEIL_DATA: folder, DATABASE_URL: url },
    open: () => openStores(folder, url),
    copy: () => postgresPlace(cluster, name),
    weigh: () => weigh(url),
    remove: async () => {
      await ask(cluster.urlOf('postgres'), `DROP DATABASE ${name} WITH (FORCE)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
