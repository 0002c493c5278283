import type { Picture } from '../domain/person/pictures.ts'
import type { PeilDatabase } from './database.ts'

/** Whether the browser promises to keep what is stored. `unknown`: it does not say. */
export type StorageKeeping = 'kept' | 'may-be-cleared' | 'unknown'

/** Somebody who has unlocked what is theirs, as colleagues may see them. */
export type Inside = {
  readonly id: string
  /** Neither on a device of one's own, nor for a guest. */
  readonly nickname?: string
  readonly picture?: Picture
  /** Here this once. Nothing of theirs can be read when they have gone. */
  readonly isGuest: boolean
  /** Several people use the device. */
  readonly isShared: boolean
}

/** What a page may ask of the device it runs on. Wired once, and handed to every page. */
export type Device = {
  readonly database: PeilDatabase
  /** Nobody where everything lies open. */
  readonly person?: Inside | undefined
  /** ISO 8601 in UTC. */
  readonly now: () => string
  readonly newId: () => string
  /** Scheme, host and port the app was loaded from. */
  readonly origin: string
  /** On the home screen, not in a browser tab. */
  readonly isInstalled: () => boolean
  /** In a tab whose browser deletes what was not visited for a while, and where an app would not see what is stored. */
  readonly forgetsUnused: () => boolean
  readonly isOnline: () => boolean
  readonly storageKeeping: () => Promise<StorageKeeping>
  /** Asks the browser to keep what is stored, and tells what it says. */
  readonly keepStorage: () => Promise<StorageKeeping>
  /** How many bytes may still be stored, where the browser says. */
  readonly roomLeft: () => Promise<number | undefined>
  /** Loads the page anew. What is in memory only is gone then. */
  readonly reload: () => void
  /** Fetches the questions that are named here and not there yet, if there is a network. Done when that was tried. */
  readonly fetchPacks: () => Promise<void>
}
