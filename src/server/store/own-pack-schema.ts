/**
 * Own packs. The key says for ever which content a version has; `document` goes when nobody needs it any more.
 * `used`: asked in rounds that are opened from now on, at most one for each sector and module of a municipality.
 */
export const ownPackSchema = `
  CREATE TABLE IF NOT EXISTS own_pack (
    municipality TEXT NOT NULL REFERENCES municipality (id),
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    asked_for TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    document TEXT,
    PRIMARY KEY (municipality, pack, version),
    CHECK (used = 0 OR document IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS own_pack_by_hash ON own_pack (sha256);
`
