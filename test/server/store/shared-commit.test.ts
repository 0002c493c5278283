import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/server/store/database.ts'
import { type Work, doAll } from '../../../src/server/store/shared-commit.ts'
import { isFull } from '../../../src/server/store/sqlite-faults.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'

const schema = [
  `CREATE TABLE mark (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
   CREATE TABLE debt (mark INTEGER REFERENCES mark DEFERRABLE INITIALLY DEFERRED) STRICT`,
]
let folder: string
let store: Database
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-store-'))
  store = openSqlite(join(folder, 'store.sqlite'), schema)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const marking =
  (name: string): Work<string> =>
  async (sql) => {
    await sql.all('INSERT INTO mark (name) VALUES ($1)', name)
    return name
  }
const failing =
  (name: string): Work<string> =>
  async (sql) => {
    await marking(name)(sql)
    throw new Error(`not ${name}`)
  }
const marks = async (on: Database = store) => (await on.all('SELECT name FROM mark ORDER BY id')).map(({ name }) => name)
const told = (outcomes: readonly PromiseSettledResult<string>[]) =>
  outcomes.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))

test('each is done in order, whole or not at all, and what one cannot do keeps no other from it', async () => {
  expect(told(await doAll(store, ['a', 'b', 'c'].map(marking)))).toEqual(['a', 'b', 'c'])
  expect(told(await doAll(store, [marking('d'), failing('e'), marking('f'), failing('g')]))).toEqual([
    'd',
    'Error: not e',
    'f',
    'Error: not g',
  ])
  await expect(doAll(store, [failing('h')])).rejects.toThrow('not h')
  expect(await marks()).toEqual(['a', 'b', 'c', 'd', 'f'])
})

test('all of them share one commit, and it has come when they are answered', async () => {
  let commits = 0
  const counting: Database = {
    ...store,
    transaction: (work, isolation) => {
      commits += 1
      return store.transaction(work, isolation)
    },
  }
  const beside = openSqlite(join(folder, 'store.sqlite'), schema)
  await doAll(counting, ['a', 'b', 'c'].map(marking))
  expect([commits, await marks(beside)]).toEqual([1, ['a', 'b', 'c']])
  await beside.close()
})

test('when the commit fails nobody is told of success and nothing is there', async () => {
  const owing: Work<string> = async (sql) => {
    await sql.all('INSERT INTO debt (mark) VALUES (99)')
    return 'owing'
  }
  await expect(doAll(store, [marking('a'), owing, marking('b')])).rejects.toThrow('FOREIGN KEY')
  expect(await marks()).toEqual([])
  expect(told(await doAll(store, [marking('c')]))).toEqual(['c'])
})

test('when the disk is full whoever is told of success is there, and the others are told why they are not', async () => {
  const [size] = await store.all('PRAGMA page_count')
  await store.all(`PRAGMA max_page_count = ${Number(size?.['page_count'])}`)
  const works = Array.from({ length: 40 }, (_, at) => marking(`${at} ${'x'.repeat(1000)}`))
  const outcomes = await doAll(store, works).catch((cause: unknown) => works.map(() => ({ status: 'rejected' as const, reason: cause })))
  const done = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const causes = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(await marks()).toEqual(done)
  expect(causes.length).toBeGreaterThan(0)
  expect(causes.every(isFull)).toBe(true)
  await store.all('PRAGMA max_page_count = 1000000')
  expect(told(await doAll(store, ['a', 'b'].map(marking)))).toEqual(['a', 'b'])
})
