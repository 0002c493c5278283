/** Who a signed-in request speaks for. A leader speaks for the units listed, an owner for the whole municipality. */
export type Principal =
  | { readonly role: 'owner'; readonly municipality: string }
  | { readonly role: 'leader'; readonly municipality: string; readonly units: readonly string[] }

export function mayReadUnit(principal: Principal, municipality: string, unit: string): boolean {
  if (principal.municipality !== municipality) return false
  return principal.role === 'owner' || principal.units.includes(unit)
}
