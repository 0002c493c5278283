/**
 * Municipalities, units, sign-in and the audit log. Keys start with the municipality, so that a distributed database can shard by it.
 * Secrets are kept as SHA-256 only (base64url); instants as ISO 8601 in UTC, which sorts as text.
 */
export const auditGuard = `CREATE TRIGGER IF NOT EXISTS audit_is_not_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;`

export const auditSeal = `CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;`

/** What `peil purge` puts around the removal of what has had its time, in one transaction. */
export const auditUnguarded = {
  sqlite: { lift: 'DROP TRIGGER audit_is_not_shortened', restore: auditGuard },
  postgres: {
    lift: 'ALTER TABLE audit DISABLE TRIGGER audit_is_not_shortened',
    restore: 'ALTER TABLE audit ENABLE TRIGGER audit_is_not_shortened',
  },
} as const

export const peopleSchema = `
CREATE TABLE IF NOT EXISTS municipality (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  profile TEXT
);

CREATE TABLE IF NOT EXISTS unit (
  municipality TEXT NOT NULL REFERENCES municipality (id),
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  sector TEXT NOT NULL,
  PRIMARY KEY (municipality, unit)
);
CREATE INDEX IF NOT EXISTS unit_by_id ON unit (unit);

CREATE TABLE IF NOT EXISTS sign_in_link (
  municipality TEXT NOT NULL REFERENCES municipality (id),
  secret_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'leader')),
  unit TEXT,
  expires TEXT NOT NULL,
  PRIMARY KEY (municipality, secret_hash),
  CHECK ((role = 'leader') = (unit IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS sign_in_link_by_secret ON sign_in_link (secret_hash);

CREATE TABLE IF NOT EXISTS session (
  municipality TEXT NOT NULL REFERENCES municipality (id),
  secret_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'leader')),
  unit TEXT,
  expires TEXT NOT NULL,
  PRIMARY KEY (municipality, secret_hash),
  CHECK ((role = 'leader') = (unit IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS session_by_secret ON session (secret_hash);

CREATE TABLE IF NOT EXISTS audit (
  municipality TEXT NOT NULL REFERENCES municipality (id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who IN ('operator', 'owner', 'leader')),
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (municipality, seq)
);
${auditSeal}
${auditGuard}
`
