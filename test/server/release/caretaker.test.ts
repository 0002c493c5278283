import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logAction } from '../../../src/server/accounts/audit-log.ts'
import { setSeen } from '../../../src/server/operation/clock-seen.ts'
import { startCaretaker } from '../../../src/server/release/caretaker.ts'
import type { Database, SqlValue } from '../../../src/server/store/database.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await server.remove()
})

/** A server has run all the days until then. */
const runFor = (days: number) => setSeen(server.stores.issuer, new Date(server.clock().getTime() + days * day))

/** The statements that reach the collector, and what is logged, while `during` goes on. */
async function watch(during: () => void): Promise<{ statements: readonly string[]; lines: readonly string[] }> {
  const statements: string[] = []
  const lines: string[] = []
  const { collector } = server.stores
  const all = (text: string, ...values: SqlValue[]) => {
    statements.push(text)
    return collector.all(text, ...values)
  }
  const transaction: Database['transaction'] = (work, isolation) =>
    collector.transaction(
      (sql) => work({ engine: sql.engine, all: (text, ...values) => (statements.push(text), sql.all(text, ...values)) }),
      isolation,
    )
  const stores = { ...server.stores, collector: { ...collector, all, transaction } }
  const caretaker = startCaretaker({ stores, clock: server.clock, auditDays: 30 }, (level, message) => lines.push(`${level} ${message}`))
  during()
  await caretaker.stop()
  return { statements, lines }
}

test('a round whose time has run out is released within a minute', async () => {
  const { round } = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  await runFor(32)
  const { lines } = await watch(() => {
    server.moveClock(33 * day)
    vi.advanceTimersByTime(60_000)
  })
  expect(lines).toEqual(['info a round was released'])
  expect(await server.stores.released.all('SELECT round FROM released')).toEqual([expect.objectContaining({ round })])
})

test('a round that cannot be read does not hold up the others', async () => {
  const broken = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const sound = await server.openRound([{ unit: 'lia', headcount: { practice: 5 } }], {
    closes: new Date(server.clock().getTime() + 31 * day).toISOString(),
  })
  await server.stores.issuer.all('UPDATE round SET document = $2 WHERE round = $1', broken.round, '{}')
  await runFor(34)
  const { lines } = await watch(() => {
    server.moveClock(35 * day)
    vi.advanceTimersByTime(60_000)
  })
  expect(lines).toEqual(['error a round could not be released', 'info a round was released'])
  expect(await server.stores.released.all('SELECT round FROM released')).toEqual([expect.objectContaining({ round: sound.round })])
})

test('the collector is written anew once a night', async () => {
  const { statements } = await watch(() => {
    vi.advanceTimersByTime(3_600_000)
  })
  expect(statements).toEqual([])
  const night = await watch(() => {
    server.moveClock(day)
    vi.advanceTimersByTime(120_000)
  })
  const anew = night.statements.filter((text) => /VACUUM|TRUNCATE|pg_logical_emit_message/.test(text))
  const logLeft = expect.stringContaining('pg_logical_emit_message') as string
  expect(anew).toEqual(server.stores.collector.engine === 'sqlite' ? ['VACUUM'] : ['TRUNCATE nullifier, head, cell', logLeft])
})

test('what has had its time goes in the night, by a clock that can be believed', async () => {
  const { issuer } = server.stores
  await logAction(issuer, server.municipality, { who: 'owner', action: 'units-imported', detail: {} }, server.clock())
  const night = (days: number) =>
    watch(() => {
      server.moveClock(days * day)
      vi.advanceTimersByTime(60_000)
    })
  const left = async () =>
    (await issuer.all('SELECT who, action FROM audit ORDER BY seq')).map(({ who, action }) => `${String(who)} ${String(action)}`)
  await night(0)
  await night(40)
  expect(await left()).toEqual(['owner units-imported'])
  await setSeen(issuer, server.clock())
  await night(1)
  expect(await left()).toEqual(['clock audit-purged'])
})

test('a fault while looking after the stores is logged, and the next look goes on', async () => {
  await server.stores.issuer.all('ALTER TABLE round RENAME TO elsewhere')
  const { lines } = await watch(() => {
    vi.advanceTimersByTime(120_000)
  })
  expect(lines).toEqual(['error looking after the stores failed', 'error looking after the stores failed'])
})
