import { afterEach, expect, test } from 'vitest'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { call, problemOf } from '../../support/contributor.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

let server: TestServer
afterEach(() => server.remove())

async function openedRound(): Promise<string> {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  return (await server.openRound([{ unit: 'bekken', headcount: { practice: 8 } }])).round
}
const closing = (round: string, cookie: string, from = origin) =>
  call(server.app, 'POST', `/rounds/${round}/close`, undefined, { headers: { cookie, origin: from } })

test('an owner closes a round early; it is released at once, and asking again says the same', async () => {
  const round = await openedRound()
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  const first = await closing(round, cookie)
  expect([first.statusCode, first.json()]).toEqual([
    200,
    { round, sha256: expect.any(String) as string, units: { released: 0, hidden: 1, pooled: 0 } },
  ])
  const document = await call(server.app, 'GET', `/rounds/${round}/results`, undefined, { headers: { cookie } })
  expect(document.json()).toMatchObject({ round, sha256: first.json<{ sha256: string }>().sha256 })
  expect((await closing(round, cookie)).json()).toEqual(first.json())
  const log = await server.stores.issuer.all(`SELECT who, action FROM audit WHERE action = 'round-closed'`)
  expect(log).toEqual([{ who: 'owner', action: 'round-closed' }])
})

test('nobody else does: not a leader, not another municipality, not another site', async () => {
  const round = await openedRound()
  const elsewhere = await createMunicipality(server.stores.issuer, 'Annendal')
  const owner = await server.signIn({ role: 'owner', municipality: server.municipality })
  const refusals = [
    await closing(round, await server.signIn({ role: 'leader', municipality: server.municipality, unit: 'bekken' })),
    await closing(round, await server.signIn({ role: 'owner', municipality: elsewhere.id })),
    await closing(round, owner, 'https://elsewhere.example'),
    await closing('x'.repeat(22), owner),
  ]
  expect(refusals.map(problemOf)).toEqual(['403 forbidden', '403 forbidden', '403 origin-refused', '404 not-found'])
  expect((await call(server.app, 'GET', `/rounds/${round}`)).json()).toMatchObject({ state: 'open' })
})
