import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../../src/server/store/sqlite.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const schema = ['CREATE TABLE mark (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT']
const open = (versions: readonly string[] = schema) => openSqlite(join(folder, 'store.sqlite'), versions)

test('placeholders are positions, may be repeated, and take text, numbers, bytes and nothing', async () => {
  const store = open()
  const [row] = await store.all('SELECT $3 AS c, $1 AS a, $2 AS b, $1 AS again, $4 AS d', 'x', 7, Uint8Array.of(1, 255), null)
  expect({ ...row }).toEqual({ c: Uint8Array.of(1, 255), a: 'x', b: 7, again: 'x', d: null })
  await store.close()
})

test('a transaction that fails leaves nothing, and the store goes on working', async () => {
  const store = open()
  const failing = store.transaction(async (sql) => {
    await sql.all('INSERT INTO mark (name) VALUES ($1)', 'lost')
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  await store.transaction((sql) => sql.all('INSERT INTO mark (name) VALUES ($1)', 'kept'))
  expect(await store.all('SELECT name FROM mark')).toEqual([expect.objectContaining({ name: 'kept' })])
  await store.close()
})

test('nothing comes between the statements of an open transaction', async () => {
  const store = open()
  const order: string[] = []
  const slow = store.transaction(async (sql) => {
    await sql.all('INSERT INTO mark (name) VALUES ($1)', 'first')
    await new Promise((resolve) => setImmediate(resolve))
    order.push('transaction')
    throw new Error('stop')
  })
  const other = store.all('INSERT INTO mark (name) VALUES ($1) RETURNING name', 'second').then(() => order.push('other'))
  await Promise.allSettled([slow, other])
  expect(order).toEqual(['transaction', 'other'])
  expect(await store.all('SELECT name FROM mark')).toEqual([expect.objectContaining({ name: 'second' })])
  await store.close()
})

test('what is deleted or undone is overwritten in the file at once, and the journal is empty', async () => {
  const store = open()
  for (const name of ['kept-marker', 'deleted-marker']) await store.all('INSERT INTO mark (name) VALUES ($1)', name)
  await store.all('DELETE FROM mark WHERE name = $1', 'deleted-marker')
  const undone = store.transaction(async (sql) => {
    await sql.all('INSERT INTO mark (name) VALUES ($1)', 'undone-marker')
    throw new Error('stop')
  })
  await expect(undone).rejects.toThrow('stop')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  const written = Buffer.concat(files)
  expect(['kept-marker', 'deleted-marker', 'undone-marker'].map((name) => written.includes(name))).toEqual([true, false, false])
  await store.close()
})

test('a file is brought up to date from the version it has, and only once', async () => {
  const first = open()
  await first.all('INSERT INTO mark (name) VALUES ($1)', 'old')
  await first.close()
  const versions = [...schema, `ALTER TABLE mark ADD COLUMN note TEXT NOT NULL DEFAULT 'none'`]
  for (let times = 0; times < 2; times += 1) {
    const next = open(versions)
    expect(await next.all('SELECT name, note FROM mark')).toEqual([expect.objectContaining({ name: 'old', note: 'none' })])
    await next.close()
  }
})

test('a file made by a newer version is refused and left as it is', async () => {
  await open([...schema, 'CREATE TABLE later (id INTEGER) STRICT']).close()
  expect(() => open()).toThrow('newer')
  const again = open([...schema, 'CREATE TABLE later (id INTEGER) STRICT'])
  expect(await again.all('SELECT * FROM later')).toEqual([])
  await again.close()
})

test('a file that is open twice takes writes in turn, and the one that waits holds nobody up', async () => {
  const [one, other] = [open(), open()]
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? one : other).transaction((sql) => sql.all('INSERT INTO mark (name) VALUES ($1)', String(at))),
    ),
  )
  expect(await one.all('SELECT COUNT(*) AS n FROM mark')).toEqual([expect.objectContaining({ n: 20 })])
  await one.close()
  await other.close()
})
