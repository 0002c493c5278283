import { round as roundSchema } from '../../protocol/round.ts'
import type { Row, Sql } from '../store/database.ts'
import type { Fault, FaultKind } from './fault.ts'

/** What the issuer holds of a round, seen at one moment. */
export async function readRounds(sql: Sql): Promise<readonly Row[]> {
  return sql.all(
    `SELECT round, document, phase, closed,
       (SELECT COUNT(*) FROM code WHERE code.municipality = round.municipality AND code.round = round.round) AS codes,
       (SELECT COUNT(*) FROM round_unit WHERE round_unit.municipality = round.municipality AND round_unit.round = round.round) AS units,
       (SELECT COUNT(private_key) FROM round_unit WHERE round_unit.municipality = round.municipality AND round_unit.round = round.round) AS keys,
       (SELECT COALESCE(SUM(signed), 0) FROM round_unit WHERE round_unit.municipality = round.municipality AND round_unit.round = round.round) AS signed,
       (SELECT COUNT(*) FROM round_unit WHERE round_unit.municipality = round.municipality AND round_unit.round = round.round AND signed > headcount) AS crowded
     FROM round ORDER BY round`,
  )
}

function isDocument(text: string): boolean {
  try {
    return roundSchema.safeParse({ ...(JSON.parse(text) as object), state: 'open' }).success
  } catch {
    return false
  }
}

/** Documents that were there before the rounds were looked at, and those that were there after: a server may be at work. */
export type Documents = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> }

function kindsOf(row: Row, { before, after }: Documents): readonly FaultKind[] {
  const [round, phase] = [String(row['round']), String(row['phase'])]
  const secrets = Number(row['codes']) + Number(row['keys']) + Number(row['signed'])
  const wrong: readonly (readonly [FaultKind, boolean])[] = [
    ['round-malformed', !isDocument(String(row['document']))],
    ['document-missing', phase === 'released' && !after.has(round)],
    ['document-too-early', phase === 'open' && before.has(round)],
    ['secrets-kept', phase === 'released' && secrets > 0],
    ['secrets-missing', phase === 'open' && row['keys'] !== row['units']],
    ['closing-date-wrong', (phase === 'open') !== (row['closed'] === null)],
    ['more-signed-than-heads', Number(row['crowded']) > 0],
  ]
  return wrong.filter(([, is]) => is).map(([kind]) => kind)
}

/** Whether each round has what belongs to its phase, and nothing else (release rule R10). */
export function faultsOfRounds(rows: readonly Row[], documents: Documents): readonly Fault[] {
  const known = new Set(rows.map((row) => String(row['round'])))
  const strays = [...documents.before].filter((round) => !known.has(round))
  return [
    ...rows.flatMap((row) => kindsOf(row, documents).map((kind) => ({ store: 'issuer', kind, round: String(row['round']) }) as const)),
    ...strays.map((round) => ({ store: 'released', kind: 'document-of-no-round', round }) as const),
  ]
}
