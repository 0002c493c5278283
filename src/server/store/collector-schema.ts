/**
 * Nullifiers and counters, and nothing that could order them or tie them to a person: no times, no sequence of their own,
 * rows stored by key. `intake` numbers the rounds, so that a nullifier costs 64 bytes and a number. The incarnation lives
 * and dies with the file.
 */
export const collectorSchema = `
  CREATE TABLE collector (incarnation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO collector (incarnation) VALUES (lower(hex(randomblob(16))));

  CREATE TABLE intake (
    intake INTEGER PRIMARY KEY,
    round TEXT NOT NULL UNIQUE,
    stopped INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE nullifier (
    intake INTEGER NOT NULL REFERENCES intake,
    nullifier BLOB NOT NULL,
    commitment BLOB NOT NULL,
    PRIMARY KEY (intake, nullifier)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE head (
    intake INTEGER NOT NULL REFERENCES intake,
    unit TEXT NOT NULL,
    tier TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (intake, unit, tier)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cell (
    intake INTEGER NOT NULL REFERENCES intake,
    unit TEXT NOT NULL,
    tier TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (intake, unit, tier, dimension, value)
  ) STRICT, WITHOUT ROWID;
`
