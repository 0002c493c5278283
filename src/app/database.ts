import { PeilDatabase } from '../storage/database.ts'

/** What nobody has to unlock. */
export const deviceDatabase = new PeilDatabase()

let entered = deviceDatabase

/** From now on every page works on what this person has unlocked. Called once, before the first page is shown. */
export function enter(database: PeilDatabase): void {
  entered = database
}

/** The database of whoever uses the device now. */
export function currentDatabase(): PeilDatabase {
  return entered
}
