import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { accountRoutes, authenticateBySession } from '../../../src/server/accounts/routes.ts'
import { createApp } from '../../../src/server/app.ts'
import { roundsIn } from '../../../src/server/issuer/rounds.ts'
import { registryRoutes } from '../../../src/server/registry/routes.ts'
import { removeStores, storesIn } from '../../support/stores.ts'

export const origin = 'http://peil.test'

/** The server's rooms for people, on real stores in a folder of their own, with a clock that the test moves. */
export function openPeopleApp(publicOrigin = origin) {
  const folder = mkdtempSync(join(tmpdir(), 'peil-people-'))
  const stores = storesIn(folder)
  let now = new Date('2026-11-21T12:00:00Z')
  const clock = () => now
  const accounts = { database: stores.issuer, publicOrigin, clock }
  const errors: string[] = []
  const app = createApp({
    clock,
    random: randomBytes,
    log: (level, message, details) => level === 'error' && errors.push(`${message} ${JSON.stringify(details)}`),
    publicOrigin,
    collectorOrigin: publicOrigin,
    trustProxy: [],
    authenticate: authenticateBySession(accounts),
    routes: [...accountRoutes(accounts), ...registryRoutes({ ...accounts, findRound: roundsIn(stores.issuer) })],
  })
  onTestFinished(async () => {
    await app.close()
    await stores.close()
    removeStores(folder)
    rmSync(folder, { recursive: true })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  })
  return {
    app,
    folder,
    database: stores.issuer,
    clock,
    publicOrigin,
    passMinutes(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}
export type PeopleApp = ReturnType<typeof openPeopleApp>

export function secretOf(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

/** Presents a sign-in link as a browser does, with the cookie it may have. */
export function followLink({ app, publicOrigin }: PeopleApp, link: string, cookie?: string) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/session/link',
    headers: { origin: publicOrigin, ...(cookie === undefined ? {} : { cookie }) },
    payload: { secret: secretOf(link) },
  })
}

type Reply = Awaited<ReturnType<typeof followLink>>

/** The `Cookie` header a browser would send after this reply. */
export function cookieFrom(reply: Reply): string {
  const [cookie] = reply.cookies
  if (cookie === undefined) throw new Error(`no cookie: ${reply.statusCode} ${reply.body}`)
  return `${cookie.name}=${cookie.value}`
}
