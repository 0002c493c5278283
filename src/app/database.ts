import { PeilDatabase } from '../storage/database.ts'

/** The one database of this device. */
export const database = new PeilDatabase()
