import type { DBCore, DBCoreIndex, DBCoreTable, DBCoreTransaction } from 'dexie'
import type { Seal } from './seal.ts'
import type { SealedRow } from './sealed-tables.ts'

/** Where a row stands among the others, by each index. What a row is found by is set when it is made, and never changes. */
export type Standing = { readonly key: unknown; readonly places: Readonly<Record<string, string>> }

/** Where rows of one sealed table stand, by their names. It holds nothing else of them, and lies open only as long as the page lives: like the keys. */
export type Standings = Map<string, Standing>

/** The primary key has no name. */
const nameOf = ({ name }: DBCoreIndex): string => name ?? ''

export function placeIn({ places }: Standing, index: DBCoreIndex): string {
  return places[nameOf(index)] ?? ''
}

export function standingIn({ schema: { primaryKey, indexes } }: DBCoreTable, row: unknown): Standing {
  const places = [primaryKey, ...indexes].map((index) => [nameOf(index), String(index.extractKey?.(row))] as const)
  return { key: primaryKey.extractKey?.(row), places: Object.fromEntries(places) }
}

type Known = readonly (readonly [name: string, standing: Standing])[]

export type KeptStandings = {
  /** What is known from earlier. It may lack rows, and know some that are gone. */
  readonly recall: (trans: DBCoreTransaction) => Promise<Known>
  readonly keep: (known: Known) => void
}

/** Keeps them on the device too, sealed like the rows: opening hundreds of rows to find the last one takes a tablet a second. */
export function keptStandings(core: DBCore, table: DBCoreTable, seal: Seal): KeptStandings {
  const kept = core.table('sealed')
  const name = (): string => seal.nameOf('standings', table.name)
  const write = async (known: Known): Promise<void> => {
    const row: SealedRow = { name: name(), box: seal.seal(name(), known) }
    const trans = core.transaction(['sealed'], 'readwrite')
    // Not for somebody who has left meanwhile.
    const isThere = (await kept.get({ trans, key: known[0]?.[0] })) !== undefined
    if (isThere) await kept.mutate({ type: 'put', trans, values: [row] })
  }
  return {
    recall: async (trans) => {
      const row = (await kept.get({ trans, key: name() })) as SealedRow | undefined
      return ((row && seal.open(row.name, row.box)) ?? []) as Known
    },
    keep: (known) => {
      // Another time will do.
      void write(known).catch(() => undefined)
    },
  }
}
