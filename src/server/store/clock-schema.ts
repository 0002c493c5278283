import { rebuilt } from './municipality-first.ts'
import { auditGuard, auditSeal } from './people-schema.ts'

/**
 * The newest day that the clock has shown here, one for the whole store; nothing about people. And the audit log takes entries of
 * what the clock has done.
 */
export const clockSchema = `
  CREATE TABLE clock (
    place INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    seen TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  ${rebuilt(
    'audit',
    'municipality, seq, at, who, action, detail',
    `municipality TEXT NOT NULL REFERENCES municipality (id),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who IN ('operator', 'owner', 'leader', 'clock')),
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (municipality, seq)`,
    'SELECT municipality, seq, at, who, action, detail FROM audit_before',
  )}
  DROP TABLE audit_before;
  ${auditSeal}
  ${auditGuard}
`
