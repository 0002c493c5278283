import type { Row } from '../store/database.ts'
import type { Invited } from './principal.ts'

/** Reads `municipality`, `role` and `unit` of a sign-in link or a session. */
export function invitedFrom(row: Row): Invited {
  const municipality = String(row['municipality'])
  return row['unit'] === null ? { role: 'owner', municipality } : { role: 'leader', municipality, unit: String(row['unit']) }
}

export function unitOf(invited: Invited): string | null {
  return invited.role === 'leader' ? invited.unit : null
}
