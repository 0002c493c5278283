import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MunicipalProfile, profileBytes } from '../../src/protocol/profile.ts'
import { type Fetch, officeOver } from '../../src/sync/office.ts'
import { ownProfile } from '../support/profile.ts'
import { type TestServer, origin, startServer } from '../support/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
})
afterEach(() => server.remove())

/** What a browser does, without one. */
function fetchAs(cookie: string): Fetch {
  return async (url, init = {}) => {
    const { method = 'GET', body, headers } = init
    const reply = await server.app.inject({
      ...{ url, method: method as 'GET', headers: { origin, cookie, ...(headers as Record<string, string>) } },
      ...(typeof body === 'string' ? { payload: body } : {}),
    })
    return new Response(reply.body, { status: reply.statusCode, headers: { etag: reply.headers.etag ?? '' } })
  }
}

async function officeOf(role: 'owner' | 'leader' = 'owner') {
  const { municipality } = server
  return officeOver(fetchAs(await server.signIn(role === 'owner' ? { role, municipality } : { role, municipality, unit: 'bekken' })))
}

const own = (validTo: number): MunicipalProfile => ({ v: 1, file: ownProfile({ validTo }) })

async function held(office: Awaited<ReturnType<typeof officeOf>>) {
  const read = await office.profile()
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

test('an owner changes what was read, and a leader reads it', async () => {
  const office = await officeOf()
  const before = await held(office)
  expect(before.profile).toEqual({ v: 1, shipped: 'nasjonal' })
  const saved = await office.saveProfile(own(2031), before.etag)
  expect(saved).toMatchObject({ ok: true, value: { profile: own(2031) } })
  expect(saved.ok && saved.value).toEqual(await held(await officeOf('leader')))
})

test('what somebody else has stored meanwhile is handed over, and can be replaced knowingly', async () => {
  const [one, other] = [await officeOf(), await officeOf()]
  const { etag } = await held(one)
  await other.saveProfile(own(2031), etag)
  const refused = await one.saveProfile(own(2032), etag)
  if (refused.ok || refused.error.kind !== 'conflict') throw new Error('no conflict')
  expect(refused.error.stored).toEqual(await held(other))
  expect((await one.saveProfile(own(2032), refused.error.stored.etag)).ok).toBe(true)
})

test('every other refusal is one that can be told', async () => {
  const office = await officeOf()
  const { etag } = await held(office)
  const faulty = { v: 1, file: ownProfile({ hiddenResources: ['nowhere'] }) } as const
  expect(await office.saveProfile(faulty, etag)).toEqual({
    ok: false,
    error: { kind: 'faulty', faults: [{ kind: 'unknown', part: 'hidden-resource', id: 'nowhere' }] },
  })
  const formless = { v: 1, file: { ...ownProfile(), words: { nb: {} } } } as unknown as MunicipalProfile
  expect(await office.saveProfile(formless, etag)).toEqual({ ok: false, error: { kind: 'malformed' } })
  const large = { ...own(2031), more: 'x'.repeat(profileBytes) } as unknown as MunicipalProfile
  expect(await office.saveProfile(large, etag)).toEqual({ ok: false, error: { kind: 'too-large' } })
  expect(await (await officeOf('leader')).saveProfile(own(2031), etag)).toEqual({ ok: false, error: { kind: 'forbidden' } })
  expect(await officeOver(fetchAs('')).profile()).toEqual({ ok: false, error: { kind: 'sign-in-needed' } })
  const cutOff = officeOver(() => Promise.reject(new TypeError('no network')))
  expect(await cutOff.saveProfile(own(2031), etag)).toEqual({ ok: false, error: { kind: 'unreachable' } })
  expect((await held(office)).profile).toEqual({ v: 1, shipped: 'nasjonal' })
})
