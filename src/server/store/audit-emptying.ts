/** What stands in such a comment is PostgreSQL's alone (see postgres-schema.ts): SQLite has no command that empties a table. */
export const auditNotEmptied = `/* PostgreSQL:
  CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_not_shortened();
*/`

/** What the writing anew of the whole table puts around its emptying, in one transaction. */
export const auditEmptied = {
  lift: 'ALTER TABLE audit DISABLE TRIGGER audit_is_not_emptied',
  restore: 'ALTER TABLE audit ENABLE TRIGGER audit_is_not_emptied',
} as const
