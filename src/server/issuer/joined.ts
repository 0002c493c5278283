import { joinedFigure } from '../../domain/anonymity/joined.ts'
import type { Joined } from '../../protocol/round.ts'
import type { Sql } from '../store/database.ts'

/** Release rule R1: how many have joined, only as coarsely as this. */
export async function joinedFigures(sql: Sql, municipality: string, round: string): Promise<Record<string, Joined>> {
  const rows = await sql.all('SELECT unit, signed, headcount FROM round_unit WHERE municipality = $1 AND round = $2', municipality, round)
  return Object.fromEntries(rows.map((row) => [String(row['unit']), joinedFigure(Number(row['signed']), Number(row['headcount']))]))
}
