import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Sql } from '../../../src/server/store/database.ts'
import { openStores } from '../../../src/server/store/stores.ts'

/** Each table with the columns of its key, in order. */
async function keysIn(store: Sql): Promise<Readonly<Record<string, string>>> {
  const rows = await store.all(
    `SELECT t.name AS tab, group_concat(c.name, ' ' ORDER BY c.pk) AS key FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.pk > 0 GROUP BY t.name`,
  )
  return Object.fromEntries(rows.map((row) => [String(row['tab']), String(row['key'])]))
}

test('every key of the issuer starts with the municipality; the collector and the documents know rounds only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'peil-keys-'))
  const stores = openStores(folder)
  onTestFinished(async () => {
    await stores.close()
    rmSync(folder, { recursive: true })
  })
  const { municipality, clock, ...others } = await keysIn(stores.issuer)
  expect(municipality).toBe('id')
  // One row for all of them.
  expect(clock).toBe('place')
  expect(others).toMatchObject({ own_profile: 'municipality', round: 'municipality round', code: 'municipality round unit code_hash' })
  expect(Object.values(others).filter((key) => key.split(' ')[0] !== 'municipality')).toEqual([])
  expect(await keysIn(stores.released)).toEqual({ released: 'round' })
  expect(await keysIn(stores.collector)).toEqual({
    collector: 'incarnation',
    intake: 'intake',
    nullifier: 'intake nullifier',
    head: 'intake unit tier',
    cell: 'intake unit tier dimension value',
  })
})
