/** A table under another key: its rows move, and the old one goes with everything in it. */
export function rebuilt(table: string, columns: string, definition: string, rows: string): string {
  return `
  ALTER TABLE ${table} RENAME TO ${table}_before;
  CREATE TABLE ${table} (${definition}) STRICT, WITHOUT ROWID;
  INSERT INTO ${table} (${columns}) ${rows};`
}

const ofRound = 'REFERENCES round (municipality, round)'

/**
 * Rounds, units in rounds and codes under keys that start with the municipality, as everything else of the issuer is: a distributed
 * database can keep a municipality's rows on one node, and no key of one reaches into another's. What makes a round's id unique is
 * its 128 random bits: such a database could not look for it everywhere.
 */
export const municipalityFirst = `
  DROP INDEX round_of_municipality;
  DROP INDEX unit_of_round;
  ${rebuilt(
    'round',
    'municipality, round, closes, accept_until, participants_see_results, document, phase, closed',
    `municipality TEXT NOT NULL REFERENCES municipality (id),
    round TEXT NOT NULL,
    closes TEXT NOT NULL,
    accept_until TEXT NOT NULL,
    participants_see_results INTEGER NOT NULL,
    document TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('open', 'closing', 'released')),
    closed TEXT,
    PRIMARY KEY (municipality, round)`,
    'SELECT municipality, round, closes, accept_until, participants_see_results, document, phase, closed FROM round_before',
  )}
  CREATE INDEX round_by_id ON round (round);
  ${rebuilt(
    'round_unit',
    'municipality, unit, round, headcount, private_key, signed',
    `municipality TEXT NOT NULL,
    unit TEXT NOT NULL,
    round TEXT NOT NULL,
    headcount INTEGER NOT NULL,
    private_key BLOB,
    signed INTEGER NOT NULL,
    PRIMARY KEY (municipality, unit, round),
    FOREIGN KEY (municipality, round) ${ofRound}`,
    `SELECT round_before.municipality, unit, round_before.round, headcount, private_key, signed
     FROM round_unit_before JOIN round_before ON round_before.round = round_unit_before.round`,
  )}
  CREATE INDEX unit_of_round ON round_unit (municipality, round);
  ${rebuilt(
    'code',
    'municipality, round, unit, code_hash, blinded_hash',
    `municipality TEXT NOT NULL,
    round TEXT NOT NULL,
    unit TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    blinded_hash BLOB,
    PRIMARY KEY (municipality, round, unit, code_hash),
    FOREIGN KEY (municipality, round) ${ofRound}`,
    `SELECT round_before.municipality, round_before.round, unit, code_hash, blinded_hash
     FROM code_before JOIN round_before ON round_before.round = code_before.round`,
  )}
  DROP TABLE code_before;
  DROP TABLE round_unit_before;
  DROP TABLE round_before;
`
