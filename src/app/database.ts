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

/** From now on every page works on what this person has unlocked. Called once, before the first page is shown. */
export function enter(who: Entered): void {
  entered = who
}

/** The database of whoever uses the device now. */
export function currentDatabase(): PeilDatabase {
  return entered?.database ?? deviceDatabase
}

export function currentlyInside(): Entered | undefined {
  return entered
}
