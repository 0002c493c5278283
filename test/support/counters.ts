import type { Database } from '../../src/server/store/database.ts'

/** What a collector should hold after these contributions: people, and people per dimension and value. A withdrawal is in none. */
export function sumsOf(contributed: readonly string[]): ReadonlyMap<string, number> {
  const counted = contributed.filter((values) => /[^-]/.test(values))
  const given = counted.flatMap((values) => Array.from(values).flatMap((value, at) => (value === '-' ? [] : [`${at} ${value}`])))
  const sums = new Map([['people', counted.length]])
  for (const each of given) sums.set(each, (sums.get(each) ?? 0) + 1)
  return sums
}

/** What a collector with one round and one unit holds. */
export async function countersIn(collector: Database): Promise<ReadonlyMap<string, number>> {
  const [head] = await collector.all('SELECT n FROM head')
  const cells = await collector.all('SELECT dimension, value, count FROM cell WHERE count <> 0')
  const rows = cells.map((row) => [`${String(row['dimension'])} ${String(row['value'])}`, Number(row['count'])] as const)
  return new Map([['people', Number(head?.['n'] ?? 0)], ...rows])
}

type Version = { readonly tier: string; readonly values: string }

/** The same where people have tiers: a tier nobody is in any more is as good as none. */
export function sumsByTier(contributed: readonly Version[]): ReadonlyMap<string, number> {
  const tiers = Map.groupBy(contributed, ({ tier }) => tier)
  const sums = [...tiers].flatMap(([tier, versions]) =>
    [...sumsOf(versions.map(({ values }) => values))].map(([cell, sum]) => [`${tier}: ${cell}`, sum] as const),
  )
  return new Map(sums.filter(([, sum]) => sum !== 0))
}

/** What a collector with one round and one unit holds, by tier. */
export async function countersByTier(collector: Database): Promise<ReadonlyMap<string, number>> {
  const heads = await collector.all('SELECT tier, n FROM head WHERE n <> 0')
  const cells = await collector.all('SELECT tier, dimension, value, count FROM cell WHERE count <> 0')
  return new Map([
    ...heads.map((row) => [`${String(row['tier'])}: people`, Number(row['n'])] as const),
    ...cells.map((row) => [`${String(row['tier'])}: ${String(row['dimension'])} ${String(row['value'])}`, Number(row['count'])] as const),
  ])
}
