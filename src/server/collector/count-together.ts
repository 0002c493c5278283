import type { Database } from '../store/database.ts'
import type { Counted, Counting } from './count-in-one.ts'

/**
 * Several people's first versions. Each counter is changed once, by the sum; nullifiers, heads and cells are taken in the order of
 * their keys, as the statements that count one take them, so that nobody waits for whoever waits for them.
 */
const statement = `WITH given AS (
      SELECT at, round, decode(nullifier, 'hex') AS nullifier, decode(commitment, 'hex') AS commitment, unit, tier, answers
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        WITH ORDINALITY AS each (round, nullifier, commitment, unit, tier, answers, at)
    ),
    gate AS (SELECT intake.intake, given.* FROM given JOIN intake ON intake.round = given.round WHERE intake.stopped = 0),
    fresh AS (
      INSERT INTO nullifier (intake, nullifier, commitment) SELECT intake, nullifier, commitment FROM gate ORDER BY intake, nullifier
      ON CONFLICT (intake, nullifier) DO NOTHING RETURNING intake, nullifier
    ),
    way AS (SELECT gate.* FROM fresh JOIN gate ON gate.intake = fresh.intake AND gate.nullifier = fresh.nullifier),
    heads AS (
      INSERT INTO head (intake, unit, tier, n)
      SELECT intake, unit, tier, COUNT(*) FROM way GROUP BY intake, unit, tier ORDER BY intake, unit COLLATE "C", tier COLLATE "C"
      ON CONFLICT (intake, unit, tier) DO UPDATE SET n = head.n + excluded.n
    ),
    cells AS (
      INSERT INTO cell (intake, unit, tier, dimension, value, count)
      SELECT intake, unit, tier, dimension - 1, value, COUNT(*)
      FROM way CROSS JOIN LATERAL unnest(string_to_array(answers, NULL)) WITH ORDINALITY AS answer (value, dimension)
      WHERE value <> '-' GROUP BY intake, unit, tier, dimension, value
      ORDER BY intake, unit COLLATE "C", tier COLLATE "C", dimension, value COLLATE "C"
      ON CONFLICT (intake, unit, tier, dimension, value) DO UPDATE SET count = cell.count + excluded.count
    )
    SELECT at - 1 AS at, (SELECT incarnation FROM collector) AS incarnation FROM way`

/** Ids, hexadecimal digits and answers: in none of them is anything that would have to be written otherwise between quotes. */
function list(entries: readonly string[]): string {
  return `{${entries.map((entry) => `"${entry}"`).join(',')}}`
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/**
 * Counts first versions, of different people, in one statement.
 * @returns for each, in their order, that it has been counted; nothing where it was not, for whatever reason
 */
export async function countTogether(
  collector: Database,
  countings: readonly Counting[],
): Promise<readonly (Extract<Counted, { readonly kind: 'counted' }> | undefined)[]> {
  const column = (read: (counting: Counting) => string) => list(countings.map(read))
  const rows = await collector.all(
    statement,
    column(({ round }) => round),
    column(({ nullifier }) => hex(nullifier)),
    column(({ commitment }) => hex(commitment)),
    column(({ unit }) => unit),
    column(({ version }) => version.tier),
    column(({ version }) => version.values),
  )
  const counted = new Map(rows.map(({ at, incarnation }) => [at, String(incarnation)]))
  return countings.map((_, at) => {
    const incarnation = counted.get(at)
    return incarnation === undefined ? undefined : { kind: 'counted', incarnation }
  })
}
