import type { DBCore, DBCoreIndex, DBCoreKeyRange, DBCoreMutateRequest, DBCoreQueryRequest, DBCoreTable, Middleware } from 'dexie'
import type { Seal } from './seal.ts'

const personal = ['assessments', 'rounds', 'participations', 'plans', 'profiles'] as const
export type PersonalTable = (typeof personal)[number]

/** What belongs to a person. Everything else on the device is anybody's: questions, and how Peil looks. */
export const personalTables: readonly string[] = personal

/** A row nobody can read without its owner's key. */
export type SealedRow = { readonly name: string; readonly box: Uint8Array }

/** Dexie's kinds of ranges: its own names for them do not exist while Peil runs. */
type RangeKind = DBCoreKeyRange['type']
const [between, any] = [2, 3] as unknown as readonly [RangeKind, RangeKind]

/** Every name that begins like this. */
export function startingWith(beginning: string): { readonly type: RangeKind; readonly lower: string; readonly upper: string } {
  return { type: between, lower: beginning, upper: `${beginning}\uffff` }
}

function demandAll(range: DBCoreKeyRange): void {
  if (range.type !== any) throw new Error('a sealed table is read by key, or whole')
}

/** Where a row stands among the others, by each index. `sealing`: which sealing of the row that was read from, for every one is new. */
type Standing = { readonly sealing: string; readonly key: unknown; readonly places: ReadonlyMap<string | null, string> }

/** A row that was found, and what was in it if it had to be opened for that. */
type FoundRow = { readonly sealed: SealedRow; readonly standing: Standing; readonly opened?: unknown }

const ivBytes = 12

/**
 * Remembers where rows stand, so that finding the last one does not mean opening all of them each time. It holds no contents, and lives as
 * long as the page: like the keys.
 */
function createIndex(table: DBCoreTable, open: (row: SealedRow) => unknown): (sealed: SealedRow) => FoundRow | undefined {
  const { primaryKey, indexes } = table.schema
  const known = new Map<string, Standing>()
  const standingOf = (row: unknown, sealing: string): Standing => {
    const places = [primaryKey, ...indexes].map((index: DBCoreIndex) => [index.name, String(index.extractKey?.(row))] as const)
    return { sealing, key: primaryKey.extractKey?.(row), places: new Map(places) }
  }
  return (sealed) => {
    const sealing = sealed.box.subarray(0, ivBytes).join()
    const before = known.get(sealed.name)
    if (before?.sealing === sealing) return { sealed, standing: before }
    const opened = open(sealed)
    if (opened === undefined) return undefined
    const standing = standingOf(opened, sealing)
    known.set(sealed.name, standing)
    return { sealed, standing, opened }
  }
}

/** One personal table, whose rows really lie sealed among those of everybody else. */
function sealedTable(table: DBCoreTable, kept: DBCoreTable, seal: Seal): DBCoreTable {
  const { primaryKey } = table.schema
  const names = seal.namesOf(table.name)
  const nameOf = (key: unknown): string => seal.nameOf(table.name, String(key))
  const keyOf = (row: unknown): unknown => primaryKey.extractKey?.(row)
  const open = (row: SealedRow | undefined): unknown => row && seal.open(row.name, row.box)
  const sealed = (row: unknown): SealedRow => {
    const name = nameOf(keyOf(row))
    return { name, box: seal.seal(name, row) }
  }
  const findRow = createIndex(table, open)
  const mutate = async (request: DBCoreMutateRequest): ReturnType<DBCoreTable['mutate']> => {
    const { trans } = request
    if (request.type === 'delete') return kept.mutate({ type: 'delete', trans, keys: request.keys.map(nameOf) })
    if (request.type === 'deleteRange') {
      demandAll(request.range)
      return kept.mutate({ type: 'deleteRange', trans, range: startingWith(names) })
    }
    const done = await kept.mutate({ type: request.type, trans, values: request.values.map(sealed) })
    const results = request.values.map(keyOf)
    return { ...done, results, lastResult: results.at(-1) }
  }
  const query = async ({
    trans,
    values = false,
    limit,
    direction,
    query: { index, range },
  }: DBCoreQueryRequest): Promise<{ result: unknown[] }> => {
    demandAll(range)
    const found = await kept.query({ trans, values: true, query: { index: kept.schema.primaryKey, range: startingWith(names) } })
    const placed = (found.result as SealedRow[])
      .map(findRow)
      .filter((row) => row !== undefined)
      .map((row) => ({ ...row, place: row.standing.places.get(index.name) ?? '' }))
    const ordered = placed.toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    const asked = (direction === 'prev' ? ordered.toReversed() : ordered).slice(0, limit)
    if (!values) return { result: asked.map(({ standing }) => standing.key) }
    return { result: asked.map(({ sealed: row, opened = open(row) }) => opened).filter((row) => row !== undefined) }
  }
  return {
    name: table.name,
    schema: table.schema,
    mutate,
    query,
    get: async ({ trans, key }) => open((await kept.get({ trans, key: nameOf(key) })) as SealedRow | undefined),
    getMany: async ({ trans, keys }) => ((await kept.getMany({ trans, keys: keys.map(nameOf) })) as (SealedRow | undefined)[]).map(open),
    count: ({ trans, query: { range } }) => {
      demandAll(range)
      return kept.count({ trans, query: { index: kept.schema.primaryKey, range: startingWith(names) } })
    },
    openCursor: () => Promise.reject(new Error('a sealed table has no cursor')),
  }
}

/** What stands between a database and one person's rows. */
export type Sealed = Middleware<DBCore> & { readonly seal: Seal }

/** Serves the personal tables from what is sealed for one person. Nothing above it knows. */
export function sealedBy(seal: Seal): Sealed {
  const really = (tables: readonly string[]): string[] => [
    ...new Set(tables.map((name) => (personalTables.includes(name) ? 'sealed' : name))),
  ]
  return {
    seal,
    stack: 'dbcore',
    name: 'sealed',
    // Below everything of Dexie's own, which then works on rows it can read.
    level: -10,
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) => core.transaction(really(tables), mode, options),
      table: (name) => (personalTables.includes(name) ? sealedTable(core.table(name), core.table('sealed'), seal) : core.table(name)),
    }),
  }
}
