import type { Role, Session } from '../../protocol/session.ts'

export type SignedInSession = Extract<Session, { readonly role: Role }>

export const places = { unit: '/enhet', owner: '/eier', profile: '/eier/profil' } as const

/** Where a person goes after signing in. */
export function placeFor(session: Session): string {
  if (session.role === null) return '/'
  return session.role === 'owner' ? places.owner : places.unit
}
