import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginClosing } from '../../../src/server/issuer/closing.ts'
import { checkBelonging } from '../../../src/server/store/belonging.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const heads = [{ unit: 'bekken', headcount: { practice: 5 } }]
  await server.closeRound((await server.openRound(heads)).round)
  const closes = new Date(server.clock().getTime() + 200 * day).toISOString()
  const { round } = await server.openRound(heads, { closes })
  await beginClosing(server.stores.issuer, round, 'operator', server.clock())
})
afterEach(() => server.remove())

test('a released round has its document, and one on its way may have it', async () => {
  const { issuer, released } = server.stores
  expect(await checkBelonging(server.stores)).toEqual({ ok: true, value: undefined })
  await released.all(`INSERT INTO released (round, sha256, document) SELECT 'next', sha256, document FROM released`)
  expect(await checkBelonging(server.stores)).toEqual({ ok: true, value: undefined })
  await issuer.all(`UPDATE round SET phase = 'open', closed = NULL WHERE phase = 'closing'`)
  expect(await checkBelonging(server.stores)).toMatchObject({
    ok: false,
    error: expect.stringContaining('1 rounds are released, and there are 2 documents') as string,
  })
})

test('a store that was lost is not taken for a new one', async () => {
  await server.stores.released.all('DELETE FROM released')
  expect(await checkBelonging(server.stores)).toMatchObject({
    ok: false,
    error: expect.stringContaining('do not belong together') as string,
  })
})
