import { afterEach, expect, test } from 'vitest'
import { intakeOf } from '../../../src/server/collector/intake.ts'
import { roundsFromIssuer } from '../../../src/server/collector/rounds-from-issuer.ts'
import { purgeMunicipality } from '../../../src/server/retention/purge.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

let server: TestServer
afterEach(() => server.remove())

test('a collector apart asks once for a round, and takes nothing more for one that was removed with its municipality', async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const { round } = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const { collector } = server.stores
  let asked = 0
  const find = roundsFromIssuer({
    publicOrigin: origin,
    collector,
    clock: server.clock,
    async fetch(url) {
      asked += 1
      const { statusCode, body } = await server.app.inject(url.replace(origin, ''))
      return new Response(body, { status: statusCode })
    },
  })
  await intakeOf(collector, round)
  expect([(await find(round))?.state, (await find(round))?.state, asked]).toEqual(['open', 'open', 1])
  await server.closeRound(round)
  expect([(await find(round))?.state, asked]).toEqual(['released', 1])
  expect(await purgeMunicipality(server.stores, server.municipality)).toMatchObject({ ok: true })
  expect(await find(round)).toBeUndefined()
})
