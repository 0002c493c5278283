import { afterEach, expect, test, vi } from 'vitest'
import { startCaretaker } from '../../../../src/server/release/caretaker.ts'
import { joinUnit, readRound } from '../../../support/contributor.ts'
import { type TestServer, startServer } from '../../../support/server.ts'

let server: TestServer
afterEach(async () => {
  vi.useRealTimers()
  await server.remove()
})

/** How many different transactions wrote the codes that are spent, by PostgreSQL's own numbers, and of how many codes. */
async function transactions(): Promise<unknown> {
  const rows = await server.stores.issuer.all(
    `SELECT COUNT(DISTINCT xmin::text) AS numbers, COUNT(*) AS codes FROM code WHERE blinded_hash IS NOT NULL`,
  )
  return rows[0]
}

test('before contributions can come nothing tells in which order slips were used', async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const round = await readRound(server.app, opened.round)
  for (const code of opened.units[0]?.codes.slice(0, 4) ?? []) await joinUnit(server.app, round, 'bekken', code)
  expect(await transactions()).toEqual({ numbers: 4, codes: 4 })
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const caretaker = startCaretaker({ stores: server.stores, clock: server.clock, auditDays: 30 }, () => undefined)
  vi.advanceTimersByTime(9 * 60_000)
  await caretaker.stop()
  expect(await transactions()).toEqual({ numbers: 4, codes: 4 })
  const next = startCaretaker({ stores: server.stores, clock: server.clock, auditDays: 30 }, () => undefined)
  vi.advanceTimersByTime(10 * 60_000)
  await next.stop()
  expect(await transactions()).toEqual({ numbers: 1, codes: 4 })
})
