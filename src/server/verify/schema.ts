import type { Engine, Sql } from '../store/database.ts'
import { type StoreName, descriptionOf } from '../store/stores.ts'
import type { Description } from '../store/tables.ts'
import type { Fault } from './fault.ts'

const typeNames: Readonly<Record<Engine, Readonly<Record<string, string>>>> = {
  sqlite: { TEXT: 'TEXT', BLOB: 'BLOB', INTEGER: 'INTEGER' },
  postgres: { TEXT: 'text', BLOB: 'bytea', INTEGER: 'integer' },
}

/** One line for each thing a store is made of. */
function expected({ tables, indexes, guards, guardsAgainstEmptying }: Description, engine: Engine): readonly string[] {
  const columns = tables.flatMap(({ name, key, columns: own }) =>
    own.map((column) => {
      const place = key.indexOf(column.name) + 1
      return `column ${name}.${column.name} ${typeNames[engine][column.type] ?? ''} ${column.required ? 1 : 0} ${place}`
    }),
  )
  const allGuards = engine === 'postgres' ? [...guards, ...guardsAgainstEmptying] : guards
  return [...columns, ...indexes.map((name) => `index ${name}`), ...allGuards.map((name) => `guard ${name}`)]
}

/** What is there, in the same lines; everything that is not ours too. A guard that is switched off is none. */
const questions: Readonly<Record<Engine, string>> = {
  sqlite: `
    SELECT 'column ' || kept.name || '.' || it.name || ' ' || it.type || ' ' || (it."notnull" OR it.pk > 0) || ' ' || it.pk AS line
    FROM sqlite_schema AS kept JOIN pragma_table_info(kept.name) AS it
    WHERE kept.type IN ('table', 'view') AND kept.name NOT LIKE 'sqlite_%'
    UNION ALL SELECT CASE type WHEN 'index' THEN 'index ' ELSE 'guard ' END || name FROM sqlite_schema
    WHERE type IN ('index', 'trigger') AND name NOT LIKE 'sqlite_%'`,
  postgres: `
    SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull::int || ' '
      || COALESCE(array_position(string_to_array(indkey::text, ' ')::int[], attnum::int), 0) AS line
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid LEFT JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
    WHERE relnamespace = current_schema()::text::regnamespace AND relkind NOT IN ('i', 'S') AND relname <> 'store_version'
      AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'index ' || relname FROM pg_class
    WHERE relnamespace = current_schema()::text::regnamespace AND relkind = 'i'
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = pg_class.oid)
    UNION ALL SELECT 'guard ' || tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = current_schema()::text::regnamespace AND NOT tgisinternal AND tgenabled = 'O'`,
}

function nameOf(line: string): string {
  return line.split(' ').slice(0, 2).join(' ')
}

/** Whether a store is made of what it should be made of, and of nothing else. */
export async function faultsOfSchema(sql: Sql, store: StoreName): Promise<readonly Fault[]> {
  const [wanted, found] = [
    expected(descriptionOf(store), sql.engine),
    (await sql.all(questions[sql.engine])).map(({ line }) => String(line)),
  ]
  const amiss = [...wanted.filter((line) => !found.includes(line)), ...found.filter((line) => !wanted.includes(line))]
  return [...new Set(amiss.map(nameOf))].map((about) => ({ store, kind: 'schema-differs', about }))
}
