import type { Contribution } from '../../../src/protocol/contribution.ts'
import { createContributing } from '../../../src/server/collector/contribute.ts'
import { destroyCounts } from '../../../src/server/collector/counts.ts'
import { rewriteCollector } from '../../../src/server/collector/rewrite.ts'
import type { FrozenRound } from '../../../src/server/issuer/rounds.ts'
import type { Database, Sql, SqlValue } from '../../../src/server/store/database.ts'

export type Statement = { readonly text: string; readonly values: readonly SqlValue[] }
/** Everything one contribution asks of the collector's store, in order. */
export type Transaction = readonly Statement[]

/** A database that notes what is asked of it. */
function recordingOf(database: Database, note: (statement: Statement) => void): Database {
  const noting = (sql: Sql): Sql => ({
    engine: sql.engine,
    all: (text, ...values) => {
      note({ text, values })
      return sql.all(text, ...values)
    },
  })
  return {
    ...database,
    ...noting(database),
    transaction: (work, isolation) =>
      database.transaction(async (sql) => {
        note({ text: 'BEGIN IMMEDIATE', values: [] })
        const value = await work(noting(sql))
        note({ text: 'COMMIT', values: [] })
        return value
      }, isolation),
  }
}

/**
 * Lets the server's own code count every contribution, and notes the statements: what is measured bare is what the server runs,
 * also after it has been changed.
 */
export async function recordContributions(
  collector: Database,
  frozen: FrozenRound,
  contributions: readonly Contribution[],
): Promise<readonly Transaction[]> {
  let statements: Statement[] = []
  const deps = {
    collector: recordingOf(collector, (statement) => statements.push(statement)),
    findRound: () => Promise.resolve({ ...frozen, state: 'open' as const }),
    clock: () => new Date(),
  }
  const contribute = createContributing(deps)
  const transactions: Transaction[] = []
  // The first also makes the round known to the collector, which happens once.
  for (const contribution of [...contributions.slice(0, 1), ...contributions]) {
    statements = []
    const counted = await contribute(contribution)
    if (!counted.ok) throw new Error(`a contribution was refused: ${counted.error.kind}`)
    transactions.push(statements)
    if (transactions.length === 1) await emptyCollector(collector, frozen.round)
  }
  return transactions.slice(1)
}

/** Forgets what was contributed, so that the same can be contributed again. */
export async function emptyCollector(collector: Database, round: string): Promise<void> {
  await collector.transaction((sql) => destroyCounts(sql, round), 'by-row')
  await rewriteCollector(collector)
}

/** Fails unless so many people are counted, each once. */
export async function checkCounted(collector: Sql, people: number): Promise<void> {
  const [heads] = await collector.all('SELECT SUM(n) AS n FROM head')
  const [nullifiers] = await collector.all('SELECT COUNT(*) AS n FROM nullifier')
  const found = [Number(heads?.['n']), Number(nullifiers?.['n'])]
  if (found.some((n) => n !== people)) throw new Error(`${people} people contributed, but ${found.join(' and ')} are counted`)
}
