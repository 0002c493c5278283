import type { Principal } from './principal.ts'
import type { Row } from '../store/database.ts'

/** Whom a sign-in link is for. A leader's covers one unit. */
export type Invited =
  | { readonly role: 'owner'; readonly municipality: string }
  | { readonly role: 'leader'; readonly municipality: string; readonly unit: string }

export function principalOf(invited: Invited): Principal {
  return invited.role === 'owner' ? invited : { role: 'leader', municipality: invited.municipality, units: [invited.unit] }
}

/** Reads `municipality` and `unit` of a sign-in link or a session. */
export function invitedFrom(row: Row): Invited {
  const municipality = String(row['municipality'])
  return row['unit'] === null ? { role: 'owner', municipality } : { role: 'leader', municipality, unit: String(row['unit']) }
}

export function unitOf(invited: Invited): string | null {
  return invited.role === 'leader' ? invited.unit : null
}
