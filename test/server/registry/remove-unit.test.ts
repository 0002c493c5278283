import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inviteLeader } from '../../../src/server/accounts/invite.ts'
import { openRound } from '../../../src/server/issuer/open-round.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { removeUnit } from '../../../src/server/registry/remove-unit.ts'
import { saveUnits, unitsOf } from '../../../src/server/registry/units.ts'
import type { Database } from '../../../src/server/store/database.ts'
import { type TestServer, day, origin, startServer } from '../../support/server.ts'

const bekken = { unit: 'bekken', name: 'Bekken', sector: 'barnehage' } as const
const lia = { unit: 'lia', name: 'Lia', sector: 'barnehage' } as const
let server: TestServer
beforeEach(async () => {
  server = await startServer([bekken, lia])
})
afterEach(() => server.remove())

const removing = (unit: string, municipality = server.municipality) =>
  removeUnit(server.stores.issuer, { municipality, unit }, { who: 'operator', now: server.clock() })
const units = async (municipality = server.municipality) => (await unitsOf(server.stores.issuer, municipality)).map(({ unit }) => unit)
const roleOf = async (cookie: string) =>
  (await server.app.inject({ url: '/api/v1/session', headers: { cookie } })).json<{ role: string | null }>().role
const log = async () =>
  (await server.stores.issuer.all('SELECT who, action, detail FROM audit ORDER BY seq')).filter(({ action }) => action === 'unit-removed')

describe('a unit that was never in a round is removed', () => {
  test('and the log says which', async () => {
    expect(await removing('lia')).toEqual({ ok: true, value: { removed: lia, sessions: 0, links: 0 } })
    expect(await units()).toEqual(['bekken'])
    expect(await log()).toEqual([{ who: 'operator', action: 'unit-removed', detail: '{"unit":"lia"}' }])
    expect(await removing('lia')).toEqual({ ok: false, error: { kind: 'unit-unknown' } })
  })

  test('with what its leaders sign in with, and nobody else’s', async () => {
    const { municipality, stores, clock } = server
    const leader = await server.signIn({ role: 'leader', municipality, unit: 'lia' })
    const others = [
      await server.signIn({ role: 'leader', municipality, unit: 'bekken' }),
      await server.signIn({ role: 'owner', municipality }),
    ]
    const link = await inviteLeader(stores.issuer, { unit: 'lia', municipality }, { publicOrigin: origin, now: clock() })
    expect(await removing('lia')).toMatchObject({ value: { sessions: 1, links: 1 } })
    expect(await roleOf(leader)).toBeNull()
    expect(await Promise.all(others.map(roleOf))).toEqual(['leader', 'owner'])
    const secret = link.ok ? link.value.split('#')[1] : ''
    const used = await server.app.inject({ method: 'POST', url: '/api/v1/session/link', headers: { origin }, payload: { secret } })
    expect(used.statusCode).toBe(401)
    await saveUnits(stores.issuer, municipality, [lia])
    expect(await roleOf(leader)).toBeNull()
  })

  test('of its own municipality alone', async () => {
    const { id: dalen } = await createMunicipality(server.stores.issuer, 'Dalen')
    await saveUnits(server.stores.issuer, dalen, [lia])
    const leader = await server.signIn({ role: 'leader', municipality: dalen, unit: 'lia' })
    expect(await removing('bekken', dalen)).toEqual({ ok: false, error: { kind: 'unit-unknown' } })
    expect(await removing('lia', 'nowhere')).toEqual({ ok: false, error: { kind: 'municipality-unknown' } })
    expect(await removing('lia')).toMatchObject({ ok: true, value: { sessions: 0 } })
    expect([await units(dalen), await roleOf(leader)]).toEqual([['lia'], 'leader'])
  })
})

test('a unit that is or was in a round stays, with everything it has', async () => {
  const { round } = await server.openRound([{ unit: 'bekken', headcount: { teacher: 5 } }])
  const leader = await server.signIn({ role: 'leader', municipality: server.municipality, unit: 'bekken' })
  const refusal = { ok: false, error: { kind: 'unit-was-in-round', round } }
  expect(await removing('bekken')).toEqual(refusal)
  await server.closeRound(round)
  expect(await removing('bekken')).toEqual(refusal)
  expect([await units(), await roleOf(leader), await log()]).toEqual([['bekken', 'lia'], 'leader', []])
  expect(await removing('lia')).toMatchObject({ ok: true })
})

test('no round opens for a unit that is removed while the round is being opened', async () => {
  const { municipality, stores, clock } = server
  const issuer: Database = {
    ...stores.issuer,
    transaction: async (work, isolation) => {
      await removing('lia')
      return stores.issuer.transaction(work, isolation)
    },
  }
  const closes = new Date(clock().getTime() + 30 * day).toISOString()
  const file = { title: 'Runde', municipality, closes, units: [{ unit: 'lia', headcount: { teacher: 5 } }] }
  const opened = await openRound({ issuer, clock, random: randomBytes, publicOrigin: origin }, file)
  expect(opened).toEqual({ ok: false, error: { kind: 'unit-unknown', unit: 'lia' } })
  expect(await stores.issuer.all('SELECT round FROM round')).toEqual([])
})
