import { createHash } from 'node:crypto'
import { type NamedPack, type OwnPackDocument, packsNamed } from '../../domain/instrument/own-pack.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { canonicalJson } from '../../protocol/canonical-json.ts'
import { type PackList, type PackLoaded, type PackUnloaded, ownPackDocument } from '../../protocol/own-pack.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import { round } from '../../protocol/round.ts'
import type { Database, Row, Sql } from '../store/database.ts'
import { findMunicipality } from './municipality.ts'

export type PackRefusal =
  | { readonly kind: 'municipality-unknown' }
  | { readonly kind: 'pack-unknown' }
  /** The version has been loaded with another content before. */
  | { readonly kind: 'pack-version-taken'; readonly pack: string; readonly version: string }
  /** Another pack is asked in the same place. */
  | { readonly kind: 'pack-place-taken'; readonly pack: string; readonly for: string }

type By = { readonly who: AuditEntry['who']; readonly now: Date }
type StoredPack = { readonly pack: string; readonly version: string; readonly for: string; readonly sha256: string; readonly used: boolean }

/** The name of a document: whoever has it can tell whether it is what the name promises. */
export function hashOf(document: OwnPackDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('base64url')
}

function packFrom(row: Row): StoredPack {
  const text = (column: string) => String(row[column])
  return { pack: text('pack'), version: text('version'), for: text('asked_for'), sha256: text('sha256'), used: row['used'] === 1 }
}

async function packsOf(sql: Sql, municipality: string): Promise<readonly StoredPack[]> {
  const rows = await sql.all(
    'SELECT pack, version, asked_for, sha256, used FROM own_pack WHERE municipality = $1 ORDER BY pack, version',
    municipality,
  )
  return rows.map(packFrom)
}

/** Stores a pack that has no faults. New rounds ask it from now on, in place of an earlier version of the same pack. */
export function loadPack(
  database: Database,
  municipality: string,
  document: OwnPackDocument,
  { who, now }: By,
): Promise<Result<PackLoaded, PackRefusal>> {
  const { id: pack, version, for: place } = document.pack
  const sha256 = hashOf(document)
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const known = await packsOf(sql, municipality)
    const same = known.find((each) => each.pack === pack && each.version === version)
    if (same !== undefined && same.sha256 !== sha256) return fail({ kind: 'pack-version-taken', pack, version })
    const other = known.find((each) => each.used && each.for === place && each.pack !== pack)
    if (other !== undefined) return fail({ kind: 'pack-place-taken', pack: other.pack, for: place })
    await sql.all('UPDATE own_pack SET used = 0 WHERE municipality = $1 AND pack = $2', municipality, pack)
    await sql.all(
      `INSERT INTO own_pack (municipality, pack, version, asked_for, sha256, used, document) VALUES ($1, $2, $3, $4, $5, 1, $6)
       ON CONFLICT (municipality, pack, version) DO UPDATE SET used = 1, document = excluded.document`,
      ...[municipality, pack, version, place, sha256, JSON.stringify(document)],
    )
    await logAction(sql, municipality, { who, action: 'pack-loaded', detail: { pack, version, sha256 } }, now)
    return ok({ pack, version, sha256 })
  })
}

/** The packs that rounds name that are not over yet. */
async function hashesInRounds(sql: Sql, municipality: string): Promise<ReadonlySet<string>> {
  const rows = await sql.all(`SELECT document FROM round WHERE municipality = $1 AND phase <> 'released'`, municipality)
  const units = rows.flatMap((row) => round.shape.units.parse((JSON.parse(String(row['document'])) as { units: unknown }).units))
  return new Set(units.flatMap(({ instrument }) => packsNamed(instrument.version).map(({ sha256 }) => sha256)))
}

/** New rounds no longer ask a pack. Its documents go, except where a round that is not over asks them. */
export function unloadPack(
  database: Database,
  municipality: string,
  pack: string,
  { who, now }: By,
): Promise<Result<PackUnloaded, PackRefusal>> {
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const known = (await packsOf(sql, municipality)).filter((each) => each.pack === pack)
    if (known.length === 0) return fail({ kind: 'pack-unknown' })
    const asked = await hashesInRounds(sql, municipality)
    const versions: PackUnloaded['versions'] = []
    for (const { version, sha256 } of known) {
      const document = asked.has(sha256) ? 'kept' : 'removed'
      await sql.all(
        `UPDATE own_pack SET used = 0, document = CASE WHEN $4 = 'kept' THEN document ELSE NULL END
         WHERE municipality = $1 AND pack = $2 AND version = $3`,
        ...[municipality, pack, version, document],
      )
      versions.push({ version, sha256, document })
    }
    await logAction(sql, municipality, { who, action: 'pack-unloaded', detail: { pack } }, now)
    return ok({ pack, versions })
  })
}

/** Every version that was ever loaded. */
export async function listPacks(sql: Sql, municipality: string): Promise<Result<PackList, PackRefusal>> {
  if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
  const known = await packsOf(sql, municipality)
  return ok({ packs: known.map(({ used, ...pack }) => ({ ...pack, usedByNewRounds: used })) })
}

/** What a round that is opened now asks in these places, in their order. */
export async function packsFor(sql: Sql, municipality: string, places: readonly string[]): Promise<readonly NamedPack[]> {
  const used = (await packsOf(sql, municipality)).filter((each) => each.used)
  return places.flatMap((place) => used.filter((each) => each.for === place).map(({ pack, sha256 }) => ({ id: pack, sha256 })))
}

/** The document of this name, whoever loaded it. */
export async function findPack(sql: Sql, sha256: string): Promise<OwnPackDocument | undefined> {
  const [row] = await sql.all('SELECT document FROM own_pack WHERE sha256 = $1 AND document IS NOT NULL ORDER BY municipality', sha256)
  return row && ownPackDocument.parse(JSON.parse(String(row['document'])))
}
