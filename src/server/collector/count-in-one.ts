import { isWithdrawal } from '../../protocol/contribution.ts'
import type { Database, Row, SqlValue } from '../store/database.ts'
import type { Sign, Version } from './counters.ts'

/** What is to be done, apart from what the store says about it. */
export type Counting = {
  readonly round: string
  readonly unit: string
  readonly nullifier: Uint8Array
  readonly version: Version
  readonly commitment: Uint8Array
  /** The version that is replaced, with its commitment. */
  readonly replaced?: { readonly version: Version; readonly commitment: Uint8Array }
}
/** The incarnation comes with the same question: to ask for it apart would be another way to the database and back. */
export type Counted =
  | { readonly kind: 'counted'; readonly incarnation: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'conflict' | 'stopped' | 'strange' }
/** A round that the collector has nothing of: begin with it, or tell that it is strange. */
export type StrangeRound = 'begin' | 'tell'

type Change = { readonly tier: string; readonly dimension: number | null; readonly value: string | null; readonly by: number }

/** What a version adds, or what goes with it: one person, and each of the answers. */
function changesOf(version: Version, by: Sign): readonly Change[] {
  if (isWithdrawal(version)) return []
  const { tier, values } = version
  const cells = Array.from(values, (value, dimension) => ({ tier, dimension, value, by })).filter(({ value }) => value !== '-')
  return [{ tier, dimension: null, value: null, by }, ...cells]
}

/** Each counter once: a statement can change a row only once. What comes and goes is not changed. */
function summed(changes: readonly Change[]): readonly Change[] {
  const sums = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.tier} ${change.dimension ?? ''} ${change.value ?? ''}`
    sums.set(key, { ...change, by: change.by + (sums.get(key)?.by ?? 0) })
  }
  return [...sums.values()].filter(({ by }) => by !== 0)
}

/** `path`: which way the nullifier went, and so which of the changes apply. */
function statement(paths: string): string {
  return `WITH gate AS (SELECT intake FROM intake WHERE round = $1 AND stopped = 0),
    ${paths},
    change AS (
      SELECT way.intake, each.tier, each.dimension, each.value, each.by FROM way
      JOIN unnest($4::text[], $5::text[], $6::int[], $7::text[], $8::int[]) AS each (path, tier, dimension, value, by) ON each.path = way.path
    ),
    heads AS (
      INSERT INTO head (intake, unit, tier, n)
      SELECT intake, $9, tier, by FROM change WHERE dimension IS NULL ORDER BY tier COLLATE "C"
      ON CONFLICT (intake, unit, tier) DO UPDATE SET n = head.n + excluded.n
    ),
    cells AS (
      INSERT INTO cell (intake, unit, tier, dimension, value, count)
      SELECT intake, $9, tier, dimension, value, by FROM change WHERE dimension IS NOT NULL
      ORDER BY tier COLLATE "C", dimension, value COLLATE "C"
      ON CONFLICT (intake, unit, tier, dimension, value) DO UPDATE SET count = cell.count + excluded.count
    )
    SELECT (SELECT COUNT(*) FROM gate) AS open, (SELECT COUNT(*) FROM way) AS counted,
      (SELECT incarnation FROM collector) AS incarnation`
}

const fresh = `fresh AS (
      INSERT INTO nullifier (intake, nullifier, commitment) SELECT intake, $2, $3 FROM gate
      ON CONFLICT (intake, nullifier) DO NOTHING RETURNING intake
    )`
const first = statement(`${fresh}, way AS (SELECT intake, 'fresh' AS path FROM fresh)`)
const change = statement(`${fresh},
    exchanged AS (
      UPDATE nullifier SET commitment = $3 FROM gate
      WHERE nullifier.intake = gate.intake AND nullifier.nullifier = $2 AND nullifier.commitment = $10
      RETURNING nullifier.intake
    ),
    way AS (SELECT intake, 'fresh' AS path FROM fresh UNION ALL SELECT intake, 'exchanged' FROM exchanged)`)

/** PostgreSQL reads a list from its text form; what stands in these needs no quotes but for an empty entry. */
function list(entries: readonly (string | number | null)[]): string {
  return `{${entries.map((entry) => entry ?? 'NULL').join(',')}}`
}

function parametersOf({ round, unit, nullifier, version, commitment, replaced }: Counting): readonly SqlValue[] {
  const added = changesOf(version, 1).map((each) => ({ ...each, path: 'fresh' }))
  const exchanged = replaced === undefined ? [] : summed([...changesOf(replaced.version, -1), ...changesOf(version, 1)])
  const all = [...added, ...exchanged.map((each) => ({ ...each, path: 'exchanged' }))]
  const columns = (['path', 'tier', 'dimension', 'value', 'by'] as const).map((column) => list(all.map((each) => each[column])))
  return [round, nullifier, commitment, ...columns, unit, ...(replaced === undefined ? [] : [replaced.commitment])]
}

function isEqual(one: Uint8Array | undefined, other: SqlValue | undefined): boolean {
  return one !== undefined && other instanceof Uint8Array && Buffer.compare(one, other) === 0
}

/** What is held, seen after everything that the statement may have waited for. */
async function findHeld(collector: Database, { round, nullifier }: Counting): Promise<Row | undefined> {
  const [row] = await collector.all(
    `SELECT intake.stopped, nullifier.commitment FROM intake
     LEFT JOIN nullifier ON nullifier.intake = intake.intake AND nullifier.nullifier = $2 WHERE intake.round = $1`,
    round,
    nullifier,
  )
  return row
}

const mostTries = 5

/**
 * The same as one transaction, in one statement, for PostgreSQL: it holds the counters of a unit, which its people share, for as
 * short as can be. Where it did nothing, a look tells why; if what is held changed meanwhile it is simply done again.
 */
export async function countInOne(collector: Database, counting: Counting, strangeRound: StrangeRound = 'begin'): Promise<Counted> {
  const text = counting.replaced === undefined ? first : change
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [done] = await collector.all(text, ...parametersOf(counting))
    if (done?.['counted'] === 1) return { kind: 'counted', incarnation: String(done['incarnation']) }
    const held = await findHeld(collector, counting)
    if (held === undefined && strangeRound === 'tell') return { kind: 'strange' }
    if (held === undefined)
      await collector.all('INSERT INTO intake (round, stopped) VALUES ($1, 0) ON CONFLICT (round) DO NOTHING', counting.round)
    else if (held['stopped'] === 1) return { kind: 'stopped' }
    else if (isEqual(counting.commitment, held['commitment'])) return { kind: 'known' }
    else if (held['commitment'] !== null && !isEqual(counting.replaced?.commitment, held['commitment'])) return { kind: 'conflict' }
  }
  throw new Error('what a nullifier holds changed again and again')
}
