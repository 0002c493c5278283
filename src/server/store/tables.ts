import { DatabaseSync } from 'node:sqlite'

export type Column = { readonly name: string; readonly type: string; readonly required: boolean }
/** Columns that name a row of another table. */
export type Parent = { readonly columns: readonly string[]; readonly table: string; readonly to: readonly string[] }
export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly parents: readonly Parent[]
}
/** What a store is made of, whatever the engine. Tables stand after those they point to. */
export type Description = {
  readonly tables: readonly Table[]
  readonly indexes: readonly string[]
  /** What keeps the audit log from being shortened or changed. */
  readonly guards: readonly string[]
  /** The same on PostgreSQL, beside the others. */
  readonly guardsAgainstEmptying: readonly string[]
}

function texts(file: DatabaseSync, question: string, column: string): string[] {
  return file
    .prepare(question)
    .all()
    .map((row) => String(row[column]))
}

function keyOf(file: DatabaseSync, table: string): string[] {
  return texts(file, `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`, 'name')
}

function parentsOf(file: DatabaseSync, table: string): Parent[] {
  const rows = file.prepare(`SELECT id, "table", "from", "to" FROM pragma_foreign_key_list('${table}') ORDER BY id, seq`).all()
  const byId = Map.groupBy(rows, (row) => Number(row['id']))
  return [...byId.values()].map((columns) => {
    const parent = String(columns[0]?.['table'])
    const named = columns.flatMap((row) => (typeof row['to'] === 'string' ? [row['to']] : []))
    return { columns: columns.map((row) => String(row['from'])), table: parent, to: named.length > 0 ? named : keyOf(file, parent) }
  })
}

function describeTable(file: DatabaseSync, name: string): Table {
  const columns = file.prepare(`SELECT name, type, "notnull" OR pk > 0 AS required FROM pragma_table_info('${name}') ORDER BY cid`).all()
  return {
    name,
    columns: columns.map((row) => ({ name: String(row['name']), type: String(row['type']), required: row['required'] === 1 })),
    key: keyOf(file, name),
    parents: parentsOf(file, name),
  }
}

/** Asks SQLite what comes out of all the changes one after the other: the tables are described nowhere else. */
export function describeStore(changes: readonly string[]): Description {
  const file = new DatabaseSync(':memory:')
  for (const change of changes) file.exec(change)
  const named = (type: string): string[] =>
    texts(file, `SELECT name FROM sqlite_schema WHERE type = '${type}' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`, 'name')
  const description = {
    tables: named('table').map((table) => describeTable(file, table)),
    indexes: named('index'),
    guards: named('trigger'),
    guardsAgainstEmptying: changes.flatMap((change) => [...change.matchAll(/TRIGGER (\w+) BEFORE TRUNCATE/g)].map(([, name = '']) => name)),
  }
  file.close()
  return description
}
