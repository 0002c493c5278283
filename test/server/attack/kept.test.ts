import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Round } from '../../../src/protocol/round.ts'
import { rewriteCollector } from '../../../src/server/collector/rewrite.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { type TestServer, startServer } from '../../support/server.ts'

const values = '01234abc'
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 12 } }])
  round = await readRound(server.app, opened.round)
  for (const code of opened.units[0]?.codes ?? [])
    await send(server.app, contributionOf(await joinUnit(server.app, round, 'bekken', code), newVersion(values)))
})
afterAll(() => server.remove())

type StoreName = 'issuer' | 'collector' | 'released'

async function columnsOf(store: StoreName): Promise<Readonly<Record<string, string>>> {
  const tables = await server.stores[store].all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  const columns = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await server.stores[store].all(`SELECT name FROM pragma_table_info('${String(name)}')`)
      return [String(name), rows.map((row) => String(row['name'])).join(' ')] as const
    }),
  )
  return Object.fromEntries(columns)
}

describe('who has the files of an open round finds', () => {
  test('no column for a person, an address, a device, a time of taking part, or all that one person gave', async () => {
    // Whoever adds a column decides here whether protocol.md, section 5, allows it.
    expect(await columnsOf('collector')).toEqual({
      collector: 'incarnation',
      intake: 'intake round stopped',
      nullifier: 'intake nullifier commitment',
      head: 'intake unit tier n',
      cell: 'intake unit tier dimension value count',
    })
    expect(await columnsOf('issuer')).toMatchObject({
      code: 'municipality round unit code_hash blinded_hash',
      round_unit: 'municipality unit round headcount private_key signed',
      session: 'municipality secret_hash role unit expires',
      sign_in_link: 'municipality secret_hash role unit expires',
      audit: 'municipality seq at who action detail',
    })
    expect(await columnsOf('released')).toEqual({ released: 'round sha256 document' })
  })

  test('no place in a table that tells who came before whom', async () => {
    for (const store of ['issuer', 'collector'] as const) {
      const tables = await server.stores[store].all(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`)
      const kept = tables.filter(({ name }) => ['nullifier', 'head', 'cell', 'code', 'round_unit'].includes(String(name)))
      expect(kept.length).toBeGreaterThan(1)
      for (const { name, sql } of kept)
        expect([name, /WITHOUT ROWID/.test(String(sql)), /AUTOINCREMENT/i.test(String(sql))]).toEqual([name, true, false])
    }
  })

  test('after the night no trace of the order in which contributions came: they stand in the order of their numbers', async () => {
    await rewriteCollector(server.stores.collector)
    const file = await readFile(join(server.folder, 'collector.sqlite'))
    const nullifiers = (await server.stores.collector.all('SELECT nullifier FROM nullifier ORDER BY nullifier')).map(({ nullifier }) =>
      Buffer.from(nullifier as Uint8Array),
    )
    const places = nullifiers.map((each) => file.indexOf(each))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(new Set(nullifiers.map((each) => file.indexOf(each, file.indexOf(each) + 1)))).toEqual(new Set([-1]))
    // SQLite fills a page from its end.
    expect(places).toEqual(places.toSorted((one, other) => other - one))
  })

  test('no place where all values of one person stand together', async () => {
    const names = ['issuer', 'collector', 'released'].flatMap((store) => [`${store}.sqlite`, `${store}.sqlite-journal`])
    for (const name of names) {
      const written = await readFile(join(server.folder, name)).catch(() => Buffer.alloc(0))
      expect([name, written.includes(values)]).toEqual([name, false])
      if (name.endsWith('-journal')) expect([name, written.length]).toEqual([name, 0])
    }
  })

  test('no write-ahead log and no temporary file: the settings that leave nothing over are in force', async () => {
    for (const store of ['issuer', 'collector', 'released'] as const) {
      const setting = async (name: string) => Object.values((await server.stores[store].all(`PRAGMA ${name}`))[0] ?? {})[0]
      expect([
        store,
        await setting('journal_mode'),
        await setting('synchronous'),
        await setting('secure_delete'),
        await setting('temp_store'),
      ]).toEqual([store, 'truncate', 2, 1, 2])
    }
  })
})

test('nobody with both stores can lay a contribution beside a slip: they share the round and the unit, and nothing else', async () => {
  const bytesIn = async (store: StoreName, table: string) =>
    (await server.stores[store].all(`SELECT * FROM ${table}`)).flatMap((row) =>
      Object.values(row).flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value).toString('hex')] : [])),
    )
  const [slips, used] = [await bytesIn('issuer', 'code'), await bytesIn('collector', 'nullifier')]
  expect([slips.length, used.length]).toEqual([24, 24])
  expect(slips.filter((each) => used.includes(each))).toEqual([])
})
