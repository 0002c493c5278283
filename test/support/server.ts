import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { RoundOpened } from '../../src/protocol/admin.ts'
import type { RoundFile } from '../../src/protocol/round-file.ts'
import type { UnitEntry } from '../../src/protocol/units-csv.ts'
import type { Invited } from '../../src/server/accounts/invited.ts'
import { makeSignInLink } from '../../src/server/accounts/sign-in-link.ts'
import { type Surroundings, assembleApp } from '../../src/server/assemble.ts'
import { openRound } from '../../src/server/issuer/open-round.ts'
import { closeRound } from '../../src/server/release/close-round.ts'
import { createMunicipality } from '../../src/server/registry/municipality.ts'
import { saveUnits } from '../../src/server/registry/units.ts'
import type { Stores } from '../../src/server/store/stores.ts'
import { removeStores, storesIn } from './stores.ts'

export const origin = 'http://localhost:8080'

/** A server without sockets on real files in a folder of its own, with a clock that stands until it is moved. */
export type TestServer = {
  readonly folder: string
  readonly municipality: string
  readonly stores: Stores
  readonly app: FastifyInstance
  /** Everything it has logged at the level that is usual. */
  readonly logged: readonly string[]
  readonly clock: () => Date
  readonly moveClock: (milliseconds: number) => void
  /** Opens the files anew, as a new process would. */
  readonly restart: () => Promise<void>
  readonly openRound: (units: RoundFile['units'], more?: Partial<RoundFile>) => Promise<RoundOpened>
  readonly closeRound: (round: string) => ReturnType<typeof closeRound>
  /** A `Cookie` header of somebody who has just signed in with a link. */
  readonly signIn: (as: Invited) => Promise<string>
  readonly remove: () => Promise<void>
}

export const day = 86_400_000

/** @param openStores opens the stores that belong to the folder, now and after each restart */
export async function startServer(
  units: readonly UnitEntry[],
  settings: Partial<Surroundings> = {},
  openStores: (folder: string) => Stores = storesIn,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'peil-server-'))
  const logged: string[] = []
  let now = Date.UTC(2026, 10, 2, 8)
  const clock = () => new Date(now)
  const start = (stores: Stores): FastifyInstance =>
    assembleApp({
      clock,
      random: randomBytes,
      log: (level, message, details) => level !== 'debug' && logged.push(JSON.stringify({ level, message, ...details })),
      publicOrigin: origin,
      collectorOrigin: origin,
      trustProxy: [],
      ...settings,
      stores,
    })

  let stores = openStores(folder)
  let app = start(stores)
  const municipality = await createMunicipality(stores.issuer, 'Fjordvik')
  await saveUnits(stores.issuer, municipality.id, units)

  const stop = async (): Promise<void> => {
    await app.close()
    await stores.close()
  }
  return {
    folder,
    municipality: municipality.id,
    get stores() {
      return stores
    },
    get app() {
      return app
    },
    logged,
    clock,
    moveClock: (milliseconds) => {
      now += milliseconds
    },
    restart: async () => {
      await stop()
      stores = openStores(folder)
      app = start(stores)
    },
    openRound: async (asked, more = {}) => {
      const closes = new Date(now + 30 * day).toISOString()
      const file = { title: 'Høsten 2026', municipality: municipality.id, closes, units: asked, ...more }
      const opened = await openRound({ issuer: stores.issuer, clock, random: randomBytes, publicOrigin: origin }, file)
      if (!opened.ok) throw new Error(JSON.stringify(opened.error))
      return opened.value
    },
    closeRound: (round) => closeRound({ stores, clock }, round, 'operator'),
    signIn: async (as) => {
      const link = await makeSignInLink(stores.issuer, origin, as, clock())
      const secret = link.slice(link.indexOf('#') + 1)
      const reply = await app.inject({ method: 'POST', url: '/api/v1/session/link', headers: { origin }, payload: { secret } })
      return String(reply.headers['set-cookie']).split(';', 1)[0] ?? ''
    },
    remove: async () => {
      await stop()
      removeStores(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
