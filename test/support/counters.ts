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
  return new Map([['people', Number(head?.['n'])], ...rows])
}
