import type { Role } from '../../protocol/session.ts'
import type { Sql } from '../store/database.ts'

export type AuditAction =
  | 'municipality-created'
  | 'owner-invited'
  | 'leader-invited'
  | 'units-imported'
  | 'unit-removed'
  | 'pack-loaded'
  | 'pack-unloaded'
  | 'profile-chosen'
  | 'profile-edited'
  | 'round-opened'
  | 'round-closed'
  | 'round-released'
  | 'audit-purged'
  | 'stores-restored'

/** What was done to what: ids and counts. Never who by name, never anything of a contribution. */
export type AuditDetail = Readonly<Record<string, string | number>>
/** `clock`: nobody did it, its time had come. */
export type AuditEntry = { readonly who: Role | 'operator' | 'clock'; readonly action: AuditAction; readonly detail: AuditDetail }

/** Adds to the municipality's log, which can only grow. Belongs in the transaction that does what is logged. */
export async function logAction(sql: Sql, municipality: string, entry: AuditEntry, now: Date): Promise<void> {
  await sql.all(
    `INSERT INTO audit (municipality, seq, at, who, action, detail)
     SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5 FROM audit WHERE municipality = $1`,
    municipality,
    now.toISOString(),
    entry.who,
    entry.action,
    JSON.stringify(entry.detail),
  )
}
