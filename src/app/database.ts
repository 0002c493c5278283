import { PeilDatabase } from '../storage/database.ts'
import type { Inside } from '../storage/device.ts'
import type { Seal } from '../storage/seal.ts'

/** What nobody has to unlock. */
export const deviceDatabase = new PeilDatabase()

/** What is known of somebody only while they are in. */
export type Entered = {
  readonly database: PeilDatabase
  readonly person: Inside
  readonly seal: Seal
  /** Shows them out. `isWiped`: for good, and the door says so. */
  readonly goOut: (isWiped?: boolean) => void
}

let entered: Entered | undefined
const listeners = new Set<() => void>()

/** From now on every page works on what this person has unlocked. Called once, before the first page is shown. */
export function enter(who: Entered): void {
  entered = who
  for (const listener of listeners) listener()
}

/** Calls when somebody has unlocked what is theirs. */
export function onEntry(listener: () => void): void {
  listeners.add(listener)
}

/** The database of whoever uses the device now. */
export function currentDatabase(): PeilDatabase {
  return entered?.database ?? deviceDatabase
}

export function currentlyInside(): Entered | undefined {
  return entered
}
