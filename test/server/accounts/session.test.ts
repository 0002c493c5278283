import { describe, expect, test } from 'vitest'
import { inviteLeader, inviteOwner } from '../../../src/server/accounts/invite.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { bytesIn } from '../../support/stores.ts'
import { type PeopleApp, cookieFrom, followLink, openPeopleApp, origin, secretOf } from './people-app.ts'

const bekken = { unit: 'bekken', name: 'Bekken barnehage', sector: 'barnehage' } as const
const lia = { unit: 'lia', name: 'Lia barnehage', sector: 'barnehage' } as const

async function withMunicipality(publicOrigin = origin) {
  const people = openPeopleApp(publicOrigin)
  const municipality = await createMunicipality(people.database, 'Fjordvik')
  await saveUnits(people.database, municipality.id, [bekken, lia])
  return { ...people, municipality: municipality.id }
}

async function ownerLink({ database, publicOrigin, clock, municipality }: PeopleApp & { municipality: string }) {
  const link = await inviteOwner(database, municipality, { publicOrigin, now: clock() })
  if (!link.ok) throw new Error(link.error.kind)
  return link.value
}

function whoAmI({ app }: PeopleApp, cookie: string) {
  return app.inject({ url: '/api/v1/session', headers: { cookie } }).then((reply) => reply.json<unknown>())
}

describe('a sign-in link', () => {
  test('signs an owner in for the whole municipality', async () => {
    const people = await withMunicipality()
    const link = await ownerLink(people)
    expect(link).toMatch(/^http:\/\/peil\.test\/inn#[A-Za-z0-9_-]{43}$/)
    const reply = await followLink(people, link)
    const expected = { role: 'owner', municipality: { id: people.municipality, name: 'Fjordvik' }, units: [bekken, lia] }
    expect(reply.json()).toEqual(expected)
    expect(await whoAmI(people, cookieFrom(reply))).toEqual(expected)
  })

  test('signs a leader in for the own unit', async () => {
    const people = await withMunicipality()
    const link = await inviteLeader(people.database, { unit: 'lia' }, { publicOrigin: origin, now: people.clock() })
    const reply = await followLink(people, link.ok ? link.value : '')
    expect(reply.json()).toMatchObject({ role: 'leader', units: [lia] })
  })

  test('works once', async () => {
    const people = await withMunicipality()
    const link = await ownerLink(people)
    expect((await followLink(people, link)).statusCode).toBe(200)
    const second = await followLink(people, link)
    expect([second.statusCode, second.json()]).toMatchObject([401, { type: 'urn:peil:sign-in-needed' }])
    expect(second.cookies).toEqual([])
  })

  test('works once even when it is presented many times at the same moment', async () => {
    const people = await withMunicipality()
    const link = await ownerLink(people)
    const replies = await Promise.all(Array.from({ length: 8 }, () => followLink(people, link)))
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('works for thirty minutes', async () => {
    const people = await withMunicipality()
    const [early, late] = [await ownerLink(people), await ownerLink(people)]
    people.passMinutes(29)
    expect((await followLink(people, early)).statusCode).toBe(200)
    people.passMinutes(1)
    expect((await followLink(people, late)).statusCode).toBe(401)
  })

  test('that was made while the clock was a year ahead is worth nothing when it is set right', async () => {
    const people = await withMunicipality()
    people.passMinutes(366 * 24 * 60)
    const link = await ownerLink(people)
    people.passMinutes(-366 * 24 * 60)
    expect((await followLink(people, link)).statusCode).toBe(401)
  })

  test('and the session it gives are good on a server whose clock is some minutes behind', async () => {
    const people = await withMunicipality()
    const link = await ownerLink(people)
    people.passMinutes(-4)
    const cookie = cookieFrom(await followLink(people, link))
    people.passMinutes(-4)
    expect(await whoAmI(people, cookie)).toMatchObject({ role: 'owner' })
  })

  test('that is guessed counts as a failure, and a valid one still works after thirty of them', async () => {
    const people = await withMunicipality()
    const guess = 'A'.repeat(43)
    const replies = []
    for (let each = 0; each < 31; each += 1) replies.push(await followLink(people, guess))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([...Array.from({ length: 30 }, () => 401), 429])
    expect((await followLink(people, await ownerLink(people))).statusCode).toBe(200)
  })

  test('is refused from another origin, and without one', async () => {
    const people = await withMunicipality()
    const payload = { secret: secretOf(await ownerLink(people)) }
    const from = (headers: Record<string, string>) => people.app.inject({ method: 'POST', url: '/api/v1/session/link', headers, payload })
    expect((await from({ origin: 'http://elsewhere.test' })).json()).toMatchObject({ type: 'urn:peil:origin-refused' })
    expect((await from({})).statusCode).toBe(403)
  })

  test('is stored as a hash only, like the session', async () => {
    const people = await withMunicipality()
    const [used, unused] = [await ownerLink(people), await ownerLink(people)]
    const cookie = cookieFrom(await followLink(people, used))
    const stored = await bytesIn(people.folder)
    for (const secret of [secretOf(used), secretOf(unused), cookie.split('=')[1] ?? '']) {
      expect(secret).toHaveLength(43)
      expect(stored.includes(secret)).toBe(false)
    }
  })
})

describe('a session', () => {
  test('is a cookie that scripts cannot read and other sites cannot use', async () => {
    const people = await withMunicipality()
    const [cookie] = (await followLink(people, await ownerLink(people))).cookies
    expect(cookie).toMatchObject({ name: 'peil', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 12 * 60 * 60 })
    expect(cookie).not.toHaveProperty('secure')
    expect(cookie).not.toHaveProperty('domain')
  })

  test('is bound to the host where there is TLS', async () => {
    const people = await withMunicipality('https://peil.test')
    const reply = await followLink(people, await ownerLink(people))
    expect(reply.cookies[0]).toMatchObject({ name: '__Host-peil', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(await whoAmI(people, cookieFrom(reply))).toMatchObject({ role: 'owner' })
    expect(await whoAmI(people, cookieFrom(reply).replace('__Host-', ''))).toEqual({ role: null })
  })

  test('ends after twelve hours', async () => {
    const people = await withMunicipality()
    const cookie = cookieFrom(await followLink(people, await ownerLink(people)))
    people.passMinutes(12 * 60 - 1)
    expect(await whoAmI(people, cookie)).toMatchObject({ role: 'owner' })
    people.passMinutes(1)
    expect(await whoAmI(people, cookie)).toEqual({ role: null })
  })

  test('that was made while the clock was a year ahead ends when it is set right', async () => {
    const people = await withMunicipality()
    people.passMinutes(366 * 24 * 60)
    const cookie = cookieFrom(await followLink(people, await ownerLink(people)))
    expect(await whoAmI(people, cookie)).toMatchObject({ role: 'owner' })
    people.passMinutes(-366 * 24 * 60)
    expect(await whoAmI(people, cookie)).toEqual({ role: null })
    people.passMinutes(300 * 24 * 60)
    expect(await whoAmI(people, cookie)).toEqual({ role: null })
  })

  test('is made anew at sign-in, and the one before is worth nothing', async () => {
    const people = await withMunicipality()
    const before = cookieFrom(await followLink(people, await ownerLink(people)))
    const after = cookieFrom(await followLink(people, await ownerLink(people), before))
    expect(after).not.toBe(before)
    expect(await whoAmI(people, before)).toEqual({ role: null })
    expect(await whoAmI(people, after)).toMatchObject({ role: 'owner' })
  })

  test('cannot be planted: a secret of the visitor is never taken over', async () => {
    const people = await withMunicipality()
    const planted = `peil=${'B'.repeat(43)}`
    const after = cookieFrom(await followLink(people, await ownerLink(people), planted))
    expect(after).not.toBe(planted)
    expect(await whoAmI(people, planted)).toEqual({ role: null })
  })

  test('ends when the person signs out, for everyone who has the cookie', async () => {
    const people = await withMunicipality()
    const cookie = cookieFrom(await followLink(people, await ownerLink(people)))
    const signOut = () => people.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { origin, cookie } })
    const reply = await signOut()
    expect([reply.statusCode, reply.body, reply.cookies[0]?.value]).toEqual([204, '', ''])
    expect(await whoAmI(people, cookie)).toEqual({ role: null })
    expect((await signOut()).statusCode).toBe(204)
  })

  test('is nobody without a cookie, and with a strange one', async () => {
    const people = await withMunicipality()
    expect((await people.app.inject({ url: '/api/v1/session' })).json()).toEqual({ role: null })
    for (const cookie of ['peil=', 'peil=x', 'peil=%', 'other=1', `peil="${'A'.repeat(43)}"`])
      expect(await whoAmI(people, cookie)).toEqual({ role: null })
  })
})
