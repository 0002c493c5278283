/**
 * Rounds, slips and unit keys. `document` is the frozen round document without its `state`; it, the units and their
 * headcounts outlive the release, everything else about codes and keys does not (release rule R10).
 */
export const issuerSchema = `
  CREATE TABLE round (
    round TEXT PRIMARY KEY,
    municipality TEXT NOT NULL,
    closes TEXT NOT NULL,
    accept_until TEXT NOT NULL,
    participants_see_results INTEGER NOT NULL,
    document TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('open', 'closing', 'released')),
    closed TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX round_of_municipality ON round (municipality);

  CREATE TABLE round_unit (
    unit TEXT NOT NULL,
    round TEXT NOT NULL REFERENCES round,
    headcount INTEGER NOT NULL,
    private_key BLOB,
    signed INTEGER NOT NULL,
    PRIMARY KEY (unit, round)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX unit_of_round ON round_unit (round);

  CREATE TABLE code (
    round TEXT NOT NULL REFERENCES round,
    unit TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    blinded_hash BLOB,
    PRIMARY KEY (round, unit, code_hash)
  ) STRICT, WITHOUT ROWID;
`
