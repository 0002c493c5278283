import type { Role } from '../../protocol/session.ts'

/** Who is signed in, and what that person may see. An owner sees the whole municipality. */
export type Principal =
  | { readonly role: 'owner'; readonly municipality: string }
  | { readonly role: 'leader'; readonly municipality: string; readonly units: readonly string[] }

export function mayReadUnit(principal: Principal, municipality: string, unit: string): boolean {
  if (principal.municipality !== municipality) return false
  return principal.role === 'owner' || principal.units.includes(unit)
}

/** Whom a sign-in link is for. A leader's covers one unit. */
export type Invited =
  | { readonly role: Extract<Role, 'owner'>; readonly municipality: string }
  | { readonly role: Extract<Role, 'leader'>; readonly municipality: string; readonly unit: string }

export function principalOf(invited: Invited): Principal {
  return invited.role === 'owner' ? invited : { role: 'leader', municipality: invited.municipality, units: [invited.unit] }
}
