import { fail, ok } from '../../domain/result.ts'
import { type Session, linkMessage, session } from '../../protocol/session.ts'
import type { Authenticate } from '../access.ts'
import { findMunicipality } from '../registry/municipality.ts'
import { unitsSeenBy } from '../registry/units.ts'
import { type Route, nothing, route } from '../route.ts'
import type { Database } from '../store/database.ts'
import { sessionCookieFor } from './cookie.ts'
import type { Principal } from './principal.ts'
import { endSession, principalOfSession, signIn } from './session.ts'

export type AccountsDependencies = { readonly database: Database; readonly publicOrigin: string; readonly clock: () => Date }

/** Reads the session cookie. An unknown or ended session is a visitor's. */
export function authenticateBySession({ database, publicOrigin, clock }: AccountsDependencies): Authenticate {
  const cookie = sessionCookieFor(publicOrigin)
  return async (request) => {
    const secret = cookie.read(request)
    return secret === undefined ? undefined : principalOfSession(database, secret, clock())
  }
}

async function sessionOf(database: Database, principal: Principal | undefined): Promise<Session> {
  if (principal === undefined) return { role: null }
  const municipality = await findMunicipality(database, principal.municipality)
  if (municipality === undefined) return { role: null }
  const units = await unitsSeenBy(database, principal)
  return { role: principal.role, municipality: { id: municipality.id, name: municipality.name }, units: [...units] }
}

export function accountRoutes({ database, publicOrigin, clock }: AccountsDependencies): readonly Route[] {
  const cookie = sessionCookieFor(publicOrigin)
  return [
    route({
      method: 'POST',
      path: '/session/link',
      summary: 'Signs in with a one-time link; a session that was there before ends',
      roles: ['public'],
      body: linkMessage,
      reply: session,
      refusals: ['sign-in-needed'],
      guessing: ['sign-in-needed'],
      async handle({ body, request, reply }) {
        const signedIn = await signIn(database, body.secret, cookie.read(request), clock())
        if (!signedIn.ok) return fail(signedIn.error)
        cookie.keep(reply, signedIn.value.secret)
        return ok(await sessionOf(database, signedIn.value.principal))
      },
    }),
    route({
      method: 'GET',
      path: '/session',
      summary: 'Who is signed in, and what that person may see',
      roles: ['public'],
      session: 'optional',
      reply: session,
      handle: async ({ principal }) => ok(await sessionOf(database, principal)),
    }),
    route({
      method: 'DELETE',
      path: '/session',
      summary: 'Signs out',
      roles: ['public'],
      reply: nothing,
      status: 204,
      async handle({ request, reply }) {
        const secret = cookie.read(request)
        if (secret !== undefined) await endSession(database, secret)
        cookie.drop(reply)
        return ok(undefined)
      },
    }),
  ]
}
