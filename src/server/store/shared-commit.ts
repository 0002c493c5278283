import type { Database, Sql } from './database.ts'

export type Work<T> = (sql: Sql) => Promise<T>

/** What one does leaves nothing if it fails, and then the others go on. */
async function doApart<T>(sql: Sql, work: Work<T>): Promise<PromiseSettledResult<T>> {
  await sql.all('SAVEPOINT one')
  try {
    const value = await work(sql)
    await sql.all('RELEASE one')
    return { status: 'fulfilled', value }
  } catch (reason) {
    await sql.all('ROLLBACK TO one').catch(() => {
      // A full disk has undone the whole transaction already: that is why there is nothing to go back to.
      throw reason
    })
    await sql.all('RELEASE one')
    return { status: 'rejected', reason }
  }
}

/**
 * Does one after the other, each all or nothing, and commits them together: SQLite's commit waits for the disk, and that is nearly all
 * a short transaction costs. If it fails, nothing of any of them is there.
 */
export function doAll<T>(database: Database, works: readonly Work<T>[]): Promise<readonly PromiseSettledResult<T>[]> {
  return database.transaction(async (sql) => {
    const [first, ...others] = works
    // Who is alone needs nothing to be kept apart from.
    if (first !== undefined && others.length === 0) return [{ status: 'fulfilled', value: await first(sql) }]
    const done: PromiseSettledResult<T>[] = []
    for (const work of works) done.push(await doApart(sql, work))
    return done
  })
}
