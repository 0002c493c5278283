import { type AuditPage, auditPage } from '../../protocol/audit.ts'
import type { Sql } from '../store/database.ts'

export const auditPageLength = 100

/** The largest number that every engine takes for a place in the log. */
export const afterAll = 2 ** 31 - 1

/** A page of a municipality's log, newest first. */
export async function readAudit(sql: Sql, municipality: string, before = afterAll): Promise<AuditPage> {
  const rows = await sql.all(
    `SELECT seq, at, who, action, detail FROM audit WHERE municipality = $1 AND seq < $2 ORDER BY seq DESC LIMIT ${auditPageLength + 1}`,
    municipality,
    Math.min(before, afterAll),
  )
  const entries = rows.slice(0, auditPageLength).map((row) => ({ ...row, detail: JSON.parse(String(row['detail'])) as unknown }))
  const last = rows[auditPageLength - 1]
  return auditPage.parse({ entries, ...(rows.length > auditPageLength ? { next: last?.['seq'] } : {}) })
}
