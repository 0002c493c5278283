import { createHash } from 'node:crypto'
import { codeFromBits, formatCode } from '../../protocol/code.ts'
import type { Sql } from '../store/database.ts'

/** What is stored of a code: SHA-256 of its 16 characters. */
export function hashOfCode(code: string): Uint8Array {
  return createHash('sha256').update(code).digest()
}

/** Makes codes and keeps their hashes. The codes themselves exist only in what is returned. */
export async function makeCodes(
  sql: Sql,
  { municipality, round, unit }: { readonly municipality: string; readonly round: string; readonly unit: string },
  howMany: number,
  random: (bytes: number) => Uint8Array,
): Promise<readonly string[]> {
  const codes = new Set<string>()
  while (codes.size < howMany) codes.add(codeFromBits(random(10)))
  for (const code of codes) {
    await sql.all(
      'INSERT INTO code (municipality, round, unit, code_hash, blinded_hash) VALUES ($1, $2, $3, $4, NULL)',
      municipality,
      round,
      unit,
      hashOfCode(code),
    )
  }
  return [...codes].map(formatCode)
}
