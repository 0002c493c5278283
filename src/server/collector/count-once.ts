import type { Database } from '../store/database.ts'
import { inGroups } from '../store/in-groups.ts'
import { doAll } from '../store/shared-commit.ts'
import { type Counting, type StrangeRound, countInOne } from './count-in-one.ts'
import { countInTurn } from './count-in-turn.ts'
import { countTogether } from './count-together.ts'
import { incarnationOf } from './intake.ts'

/** `strange`: the collector has nothing of the round, and was not told to begin with it. Nothing was done then. */
export type Outcome = { readonly kind: 'counted'; readonly incarnation: string } | { readonly kind: 'conflict' | 'stopped' | 'strange' }
export type CountOnce = (counting: Counting, strangeRound: StrangeRound) => Promise<Outcome>

type Asked = { readonly counting: Counting; readonly strangeRound: StrangeRound }

const mostTogether = 100

/** Everybody who is there, in one transaction. */
function countingInSqlite(collector: Database): CountOnce {
  const countGroup = (group: readonly Asked[]) =>
    doAll(
      collector,
      group.map((each) => (sql) => countInTurn(sql, each.counting, each.strangeRound)),
    )
  const ask = inGroups(countGroup, { most: mostTogether, atOnce: 1 })
  return (counting, strangeRound) => ask({ counting, strangeRound })
}

/** So many statements at once that one that waits does not hold up everybody, and few enough that they are worth it. */
const groupsAtOnce = 4

/** Those who contribute for the first time, in one statement; whoever that did not count is told why by another. */
function countingInPostgres(collector: Database): CountOnce {
  async function countAlone({ counting, strangeRound }: Asked): Promise<Outcome> {
    const how = await countInOne(collector, counting, strangeRound)
    return how.kind === 'known' ? { kind: 'counted', incarnation: await incarnationOf(collector) } : how
  }
  async function countGroup(group: readonly Asked[]): Promise<readonly PromiseSettledResult<Outcome>[]> {
    if (group.length === 1) return Promise.allSettled(group.map(countAlone))
    // One that comes twice is counted once, and is known then.
    const copies = Map.groupBy(group, ({ counting }) => Buffer.from(counting.nullifier).toString('hex'))
    const once = [...copies.values()].flatMap(([first]) => first ?? [])
    const countings = once.map(({ counting }) => counting)
    const counted = countings.length === 1 ? [] : await countTogether(collector, countings)
    const outcomes = new Map(once.map((asked, at) => [asked, counted[at]]))
    return Promise.allSettled(group.map(async (asked) => outcomes.get(asked) ?? countAlone(asked)))
  }
  const ask = inGroups(countGroup, { most: mostTogether, atOnce: groupsAtOnce })
  return (counting, strangeRound) => (counting.replaced === undefined ? ask : countAlone)({ counting, strangeRound })
}

/**
 * Counts contributions as the engine does it best. What is answered has been committed.
 * @returns a function that is also told what to do about a round the collector has nothing of
 */
export function countingIn(collector: Database): CountOnce {
  return collector.engine === 'sqlite' ? countingInSqlite(collector) : countingInPostgres(collector)
}
