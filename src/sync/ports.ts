import type { KeptPack } from '../domain/instrument/own-pack.ts'
import type { Result } from '../domain/result.ts'
import type { KnownRound } from '../protocol/known-round.ts'
import type { Participation } from '../protocol/participation.ts'
import type { ProfileFile } from '../protocol/profile.ts'
import type * as token from '../token/token.ts'

/** The device could not read or write what Peil keeps on it. */
export type StoreRefusal = { readonly kind: 'storage-full' } | { readonly kind: 'storage-unavailable' }
export type Stored<T> = Promise<Result<T, StoreRefusal>>

export type ParticipationStore = {
  readonly list: () => Stored<readonly Participation[]>
  readonly find: (id: string) => Stored<Participation | undefined>
  readonly add: (participation: Participation) => Stored<unknown>
  /** Reads, decides and writes in one transaction. Gives back what is stored afterwards. */
  readonly change: (id: string, decide: (stored: Participation) => Participation) => Stored<Participation | undefined>
  readonly remove: (id: string) => Stored<unknown>
}

export type RoundStore = {
  readonly find: (round: string) => Stored<KnownRound | undefined>
  readonly save: (known: KnownRound) => Stored<unknown>
}

export type PackStore = {
  /** Hashes of own packs that are named on this device, and not kept on it. */
  readonly missing: () => Stored<readonly string[]>
  readonly save: (pack: KeptPack) => Stored<unknown>
}

export type ProfileStore = {
  /** The round whose profile is read on this device, if any, and whether there has ever been an answer about it. */
  readonly wanted: () => Stored<{ readonly round: string; readonly isKnown: boolean } | undefined>
  /** Without a file: the municipality has none of its own. */
  readonly save: (round: string, file?: ProfileFile) => Stored<unknown>
}

/** An answer of a server. `retryAfter` in seconds. */
export type Reply = { readonly status: number; readonly body: unknown; readonly retryAfter?: number }

/** One exchange without cookies or referrer. `to`: an origin, if not the one the app came from. `undefined`: no answer came. */
export type Exchange = (
  method: 'GET' | 'POST',
  path: string,
  options?: { readonly body?: string; readonly to?: string | undefined },
) => Promise<Reply | undefined>

/** What keeps two tabs from working at the same time: the Web Locks of the browser. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>

export type SyncPorts = {
  readonly participations: ParticipationStore
  readonly rounds: RoundStore
  readonly packs: PackStore
  readonly profiles: ProfileStore
  readonly exchange: Exchange
  /** Loads the token client when it is needed. */
  readonly loadToken: () => Promise<typeof token>
  readonly lock: Lock
  /** ISO 8601 in UTC. */
  readonly now: () => string
  /** 0 ≤ x < 1. Spreads sending in time; nothing secret comes of it. */
  readonly random: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly newId: () => string
  /** Calls back later; gives back what cancels it. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}
