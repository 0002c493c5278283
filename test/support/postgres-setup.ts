import type { TestProject } from 'vitest/node'
import { migrateStores } from '../../src/server/store/stores.ts'
import { type Cluster, createCluster } from './postgres-cluster.ts'
import { templateName } from './stores.ts'
import pg from 'pg'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases can be made, if the tests run on PostgreSQL. */
    readonly postgres: string | undefined
  }
}

async function makeTemplate(cluster: Cluster): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${templateName}`)
  await admin.end()
  await migrateStores(cluster.urlOf(templateName))
}

/** One PostgreSQL for all files, with a database that is ready to be copied. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Nothing here outlives the machine, so nothing waits for its disk.
  const cluster = createCluster(['max_connections=200', 'fsync=off', 'full_page_writes=off'])
  try {
    await cluster.start()
    await makeTemplate(cluster)
  } catch (cause) {
    await cluster.remove()
    throw cause
  }
  project.provide('postgres', cluster.urlOf('postgres'))
  return cluster.remove
}
