import type { Sql } from '../store/database.ts'
import { columnsOfSecrets } from '../store/migrate-postgres.ts'
import { storeRoles } from '../store/postgres-roles.ts'
import { inOneTransaction } from '../store/postgres-together.ts'
import { type StoreName, roleOf } from '../store/stores.ts'
import type { Fault } from './fault.ts'

/** Everybody who may do something in the schema of `$1` and does not own it, and whatever there does not belong to its role. */
const strangers = `
  SELECT COALESCE(pg_roles.rolname, 'PUBLIC') || ' may ' || lower(privilege_type) || ' ' || thing AS about FROM (
    SELECT nspname::text AS thing, nspowner AS owner, nspacl AS acl FROM pg_namespace WHERE nspname = $1
    UNION ALL SELECT nspname || '.' || relname, relowner, relacl FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = $1
    UNION ALL SELECT nspname || '.' || relname || '.' || attname, relowner, attacl
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = $1
  ) AS things CROSS JOIN LATERAL aclexplode(acl) LEFT JOIN pg_roles ON pg_roles.oid = grantee WHERE grantee <> owner
  UNION ALL SELECT thing || ' belongs to ' || pg_get_userbyid(owner) FROM (
    SELECT nspname::text AS thing, nspowner AS owner FROM pg_namespace WHERE nspname = $1
    UNION ALL SELECT nspname || '.' || relname, relowner FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = $1
  ) AS owned WHERE pg_get_userbyid(owner) <> $1`

/** What the role of `$1` could do beyond its own schema; `$2`: the roles of the other stores. */
const reach = `
  SELECT rolname || ' may sign in or administer' AS about FROM pg_roles
  WHERE rolname = $1 AND (rolsuper OR rolcanlogin OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
  UNION ALL SELECT one.rolname || ' may act as ' || other.rolname FROM pg_roles AS one CROSS JOIN pg_roles AS other
  WHERE one.rolname = $1 AND other.rolname = ANY (string_to_array($2, ',')) AND pg_has_role(one.oid, other.oid, 'MEMBER')`

async function aboutIn(sql: Sql, question: string, ...values: string[]): Promise<readonly string[]> {
  return (await sql.all(question, ...values)).map((row) => String(row['about']))
}

async function faultsOfStore(sql: Sql, store: StoreName): Promise<readonly Fault[]> {
  const role = roleOf[store]
  if ((await sql.all('SELECT 1 FROM pg_namespace WHERE nspname = $1', role)).length === 0) return []
  const others = storeRoles.filter((each) => each !== role).join(',')
  const wrong = [...(await aboutIn(sql, strangers, role)), ...(await aboutIn(sql, reach, role, others))]
  const samples = `SELECT relname || '.' || attname AS about ${columnsOfSecrets} AND COALESCE(attstattarget, -1) <> 0 AND relname <> 'store_version'`
  return [
    ...wrong.map((about) => ({ store, kind: 'privileges-wrong', about }) as const),
    ...(await aboutIn(sql, samples, role)).map((about) => ({ store, kind: 'samples-kept', about }) as const),
  ]
}

/** Whether each role of PostgreSQL owns its store and reaches no other, nobody else was let in, and no samples are kept (decision 9). */
export function faultsOfPrivileges(databaseUrl: string): Promise<readonly Fault[]> {
  return inOneTransaction(databaseUrl, { kind: 'view', roles: [] }, async (_as, sql) => {
    const faults: Fault[] = []
    for (const store of ['issuer', 'collector', 'released'] as const) faults.push(...(await faultsOfStore(sql, store)))
    return faults
  })
}
