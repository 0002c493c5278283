/**
 * The profile a municipality has edited or imported: its own copy, whatever it was made from. One without has the one that Peil brings
 * along, under the id in `municipality.profile`.
 */
export const profileSchema = `
  CREATE TABLE IF NOT EXISTS own_profile (
    municipality TEXT NOT NULL PRIMARY KEY REFERENCES municipality (id),
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
