/**
 * One set of queries for every engine: placeholders `$1`, `$2` …, and only SQL that SQLite and PostgreSQL share, except where a
 * query asks for `engine`. Truth values are stored as 0 and 1, times as ISO 8601 text in UTC.
 */
export type SqlValue = string | number | Uint8Array | null
export type Row = Readonly<Record<string, SqlValue>>

export type Engine = 'sqlite' | 'postgres'

/**
 * `serial`: as if one transaction came after the other.
 * `by-row`: whoever writes a row waits for whoever wrote it before, and then sees what that left; only writes that name what they
 * expect (`WHERE … IS NULL`) may be relied on. For work that many do at once on the same rows. SQLite knows only `serial`.
 */
export type Isolation = 'serial' | 'by-row'

/** Runs one statement and gives its rows. For writes too: with `RETURNING` they give rows, else none. */
export interface Sql {
  readonly engine: Engine
  all(text: string, ...values: SqlValue[]): Promise<readonly Row[]>
}

export interface Database extends Sql {
  /**
   * All or nothing; if `work` throws, it is undone. It may run several times, so it must change nothing but through the `Sql` it is
   * given; a call on the database itself may wait for the transaction to end.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>, isolation?: Isolation): Promise<T>
  /**
   * While `work` runs, nobody does the same anywhere on this database. A process that dies lets go. Two processes on the same SQLite
   * file are not kept apart: what they do must be repeatable, as each step of a release is.
   */
  exclusively<T>(what: string, work: () => Promise<T>): Promise<T>
  /** Waits for what has begun. */
  close(): Promise<void>
}

/** A database that is opened for every piece of work and closed after it: for one that belongs to another process. */
export function openedForWork(engine: Engine, open: () => Database): Database {
  async function use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = open()
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  return {
    engine,
    all: (text, ...values) => use((database) => database.all(text, ...values)),
    transaction: (work, isolation) => use((database) => database.transaction(work, isolation)),
    exclusively: (what, work) => use((database) => database.exclusively(what, work)),
    close: () => Promise.resolve(),
  }
}
