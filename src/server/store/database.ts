/**
 * One set of queries for every engine: placeholders `$1`, `$2` …, and only SQL that SQLite and PostgreSQL share.
 * Truth values are stored as 0 and 1, times as ISO 8601 text in UTC.
 */
export type SqlValue = string | number | Uint8Array | null
export type Row = Readonly<Record<string, SqlValue>>

/** Runs one statement and gives its rows. For writes too: with `RETURNING` they give rows, else none. */
export interface Sql {
  all(text: string, ...values: SqlValue[]): Promise<readonly Row[]>
}

export interface Database extends Sql {
  /**
   * All or nothing, and nothing else in between; if `work` throws, it is undone.
   * `work` must use the `Sql` it is given: a call on the database itself waits for the transaction to end.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Waits for what has begun. */
  close(): Promise<void>
}

/** A database that is opened for every piece of work and closed after it: for one that belongs to another process. */
export function openedForWork(open: () => Database): Database {
  async function use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = open()
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  return {
    all: (text, ...values) => use((database) => database.all(text, ...values)),
    transaction: (work) => use((database) => database.transaction(work)),
    close: () => Promise.resolve(),
  }
}
