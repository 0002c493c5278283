import type { DBCore, DBCoreKeyRange, DBCoreMutateRequest, DBCoreQueryRequest, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie'
import type { Seal } from './seal.ts'
import { type Standings, keptStandings, placeIn, standingIn } from './standings.ts'

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

/** So many rows are opened to see where they stand, and more only once. */
const few = 16

/** One personal table, whose rows really lie sealed among those of everybody else. */
function sealedTable(core: DBCore, table: DBCoreTable, seal: Seal): DBCoreTable {
  const kept = core.table('sealed')
  const { primaryKey } = table.schema
  const names = seal.namesOf(table.name)
  const nameOf = (key: unknown): string => seal.nameOf(table.name, String(key))
  const keyOf = (row: unknown): unknown => primaryKey.extractKey?.(row)
  const open = (row: SealedRow | undefined): unknown => row && seal.open(row.name, row.box)
  const sealed = (row: unknown): SealedRow => {
    const name = nameOf(keyOf(row))
    return { name, box: seal.seal(name, row) }
  }
  const opened = async (trans: DBCoreTransaction, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
    const found = (await kept.getMany({ trans, keys: [...keys] })) as (SealedRow | undefined)[]
    return new Map(
      found.flatMap((row) => (row === undefined ? [] : [[row.name, open(row)] as const])).filter(([, row]) => row !== undefined),
    )
  }
  const standings: Standings = new Map()
  const earlier = keptStandings(core, table, seal)
  const unknownAmong = (all: readonly string[]): readonly string[] => all.filter((name) => !standings.has(name))
  /** Opens what is not known yet, and gives back what was in it. */
  const learn = async (trans: DBCoreTransaction, all: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
    const present = new Set(all)
    if (unknownAmong(all).length > few) for (const [name, standing] of await earlier.recall(trans)) standings.set(name, standing)
    const news = await opened(trans, unknownAmong(all))
    for (const [name, row] of news) standings.set(name, standingIn(table, row))
    if (news.size > few) earlier.keep([...standings].filter(([name]) => present.has(name)))
    return news
  }
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
    const found = await kept.query({ trans, values: false, query: { index: kept.schema.primaryKey, range: startingWith(names) } })
    const all = found.result as string[]
    const news = await learn(trans, all)
    const placed = all.flatMap((name) => {
      const standing = standings.get(name)
      return standing === undefined ? [] : [{ name, key: standing.key, place: placeIn(standing, index) }]
    })
    const ordered = placed.toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    const asked = (direction === 'prev' ? ordered.toReversed() : ordered).slice(0, limit)
    if (!values) return { result: asked.map(({ key }) => key) }
    const rest = await opened(
      trans,
      asked.map(({ name }) => name).filter((name) => !news.has(name)),
    )
    return { result: asked.map(({ name }) => news.get(name) ?? rest.get(name)).filter((row) => row !== undefined) }
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
      table: (name) => (personalTables.includes(name) ? sealedTable(core, core.table(name), seal) : core.table(name)),
    }),
  }
}
