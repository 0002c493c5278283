import type { Profile } from './profile.ts'

type Named = { readonly id: string }

function repeated(what: string, ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} ${id}: twice`)
}

function repeatedIn(what: string, named: readonly Named[]): readonly string[] {
  return repeated(
    what,
    named.map(({ id }) => id),
  )
}

function goalFaults({ goals }: Profile): readonly string[] {
  return [
    ...repeatedIn('goal', goals),
    ...goals.filter((goal) => goal.dimensions.length + goal.parts.length === 0).map(({ id }) => `goal ${id}: served by nothing`),
    ...goals.flatMap(({ id, dimensions, parts }) => repeated(`goal ${id}:`, [...dimensions, ...parts])),
  ]
}

function resourceFaults({ ownResources, hiddenResources }: Profile, shipped: readonly string[]): readonly string[] {
  return [
    ...repeatedIn('resource', ownResources),
    ...repeated('hidden resource', hiddenResources),
    ...ownResources.filter(({ id }) => shipped.includes(id)).map(({ id }) => `resource ${id}: is one of Peil's`),
    ...hiddenResources.filter((id) => !shipped.includes(id)).map((id) => `hidden resource ${id}: unknown`),
  ]
}

/** What is wrong with a profile beyond its form; `shipped` are the ids of Peil's own resources. Nothing where it can be used. */
export function profileFaults(profile: Profile, shipped: readonly string[]): readonly string[] {
  const { guidelines, contacts, notes, validFrom, validTo } = profile
  return [
    ...goalFaults(profile),
    ...resourceFaults(profile, shipped),
    ...repeatedIn('guideline', guidelines),
    ...repeated('contact', contacts),
    ...repeated('note', notes),
    ...(validFrom !== undefined && validFrom > validTo ? ['ends before it begins'] : []),
  ]
}
