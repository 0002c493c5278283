import { randomBytes, randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { parseFragment } from '../../src/sync/entry.ts'
import type { Participation } from '../../src/protocol/participation.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { packsIn } from '../../src/storage/packs-wanted.ts'
import { participationsIn } from '../../src/storage/participations.ts'
import { profilesIn } from '../../src/storage/profiles.ts'
import { roundsIn } from '../../src/storage/rounds.ts'
import { type Contributing, type TypedSlip, createContributing } from '../../src/sync/contributing.ts'
import { exchangeOver } from '../../src/sync/exchange.ts'
import type { Exchange, Lock, SyncPorts } from '../../src/sync/ports.ts'

Dexie.dependencies = { indexedDB, IDBKeyRange }

/** One after the other, like the Web Locks of a browser. Tabs of one device share it. */
export function createLock(): Lock {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work)
    last.set(
      name,
      mine.catch(() => undefined),
    )
    return mine
  }
}

export type DeviceParts = Partial<SyncPorts> & { readonly database?: PeilDatabase }

/** A device without a browser: the app's own storage, token client and outbox over an exchange of your choice. */
export type SimulatedDevice = {
  readonly database: PeilDatabase
  readonly ports: SyncPorts
  readonly contributing: Contributing
  readonly participation: (id: string) => Promise<Participation>
  /** Joins with a slip's link, or with round, unit and code. Gives back the participation's id. */
  readonly join: (slip: string | TypedSlip) => Promise<string>
  /** Freezes one character per dimension and sends it without waiting, unless something is in the way. */
  readonly contribute: (id: string, values: string, tier?: string) => Promise<Participation>
  readonly withdraw: (id: string) => Promise<Participation>
  readonly remove: () => Promise<void>
}

function portsOf(parts: DeviceParts, database: PeilDatabase, exchange: Exchange): SyncPorts {
  return {
    participations: participationsIn(database),
    rounds: roundsIn(database),
    packs: packsIn(database),
    profiles: profilesIn(database),
    exchange,
    loadToken: () => import('../../src/token/token.ts'),
    lock: createLock(),
    now: () => new Date().toISOString(),
    random: Math.random,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    newId: () => randomUUID(),
    after: () => () => undefined,
    ...parts,
  }
}

function slipOf(link: string): TypedSlip {
  const entry = parseFragment(link.slice(link.indexOf('#')))
  if (!entry.ok || entry.value.kind !== 'slip') throw new Error(`not a slip: ${link}`)
  return entry.value.slip
}

export function createDevice(exchange: Exchange, parts: DeviceParts = {}): SimulatedDevice {
  const database = parts.database ?? new PeilDatabase(randomUUID())
  const ports = portsOf(parts, database, exchange)
  const contributing = createContributing(ports)
  const participation = async (id: string): Promise<Participation> => {
    const found = await ports.participations.find(id)
    if (!found.ok || found.value === undefined) throw new Error(`no participation ${id}`)
    return found.value
  }
  const demand = async <T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { kind: string } }>): Promise<T> => {
    const settled = await result
    if (!settled.ok) throw new Error(settled.error.kind)
    return settled.value
  }
  const afterPass = async (id: string): Promise<Participation> => {
    await contributing.wake('changed')
    return participation(id)
  }
  return {
    database,
    ports,
    contributing,
    participation,
    join: (slip) => demand(contributing.join(typeof slip === 'string' ? slipOf(slip) : slip)),
    contribute: async (id, values, tier = '-') => {
      await demand(contributing.contribute(id, { tier, values }))
      await contributing.wake('changed')
      if ((await participation(id)).stage === 'waiting') await contributing.sendNow(id)
      return afterPass(id)
    },
    withdraw: async (id) => {
      await demand(contributing.withdraw(id))
      return afterPass(id)
    },
    remove: async () => {
      contributing.stop()
      await database.delete()
    },
  }
}

/** A device on the network of a real server. */
export function deviceOn(origin: string, parts: DeviceParts = {}): SimulatedDevice {
  return createDevice(exchangeOver(fetch, origin), parts)
}
