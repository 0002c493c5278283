import { createHash } from 'node:crypto'
import { canonicalJson } from '../../protocol/canonical-json.ts'
import type { Release } from '../../domain/anonymity/document.ts'
import { type MunicipalityResult, municipalityResult } from '../../protocol/results.ts'
import type { Sql } from '../store/database.ts'

/** SHA-256 over the document without its hash, as RFC 8785 canonical JSON, base64url. */
export function hashOfRelease(release: Release): string {
  return createHash('sha256').update(canonicalJson(release)).digest('base64url')
}

/** Writes a round's document unless it has one: a crash, or another process, never makes a second one. */
export async function writeDocument(released: Sql, release: Release): Promise<void> {
  const sha256 = hashOfRelease(release)
  await released.all(
    'INSERT INTO released (round, sha256, document) VALUES ($1, $2, $3) ON CONFLICT (round) DO NOTHING',
    release.round,
    sha256,
    canonicalJson({ ...release, sha256 }),
  )
}

export async function findDocument(released: Sql, round: string): Promise<MunicipalityResult | undefined> {
  const [row] = await released.all('SELECT document FROM released WHERE round = $1', round)
  return row === undefined ? undefined : municipalityResult.parse(JSON.parse(String(row['document'])))
}
