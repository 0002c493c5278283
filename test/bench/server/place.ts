import type { Engine } from '../../../src/server/store/database.ts'
import type { Stores } from '../../../src/server/store/stores.ts'

/** What a collector's store weighs, and all stores together. */
export type Weight = {
  /** The rows of nullifiers, with what the engine keeps to find them. */
  readonly nullifierBytes: number
  readonly counterBytes: number
  readonly counterRows: number
  readonly collectorBytes: number
  readonly issuerBytes: number
  readonly releasedBytes: number
  /** PostgreSQL's log of changes; it has a size of its own, whatever the tables hold. */
  readonly logBytes?: number
}

/** How many counters there are: for every unit, tier, dimension and value at most one. */
export const countCounters = 'SELECT (SELECT COUNT(*) FROM head) + (SELECT COUNT(*) FROM cell) AS n'

/** Stores of their own for a benchmark, and what only the engine can say of them. */
export type Place = {
  readonly engine: Engine
  readonly folder: string
  /** What a process needs to know to work on them. */
  readonly environment: Readonly<Record<string, string>>
  readonly open: () => Stores
  /** The same once more, in another place; the stores must be closed. */
  readonly copy: () => Promise<Place>
  readonly weigh: () => Promise<Weight>
  readonly remove: () => Promise<void>
}
