/** Released documents, written once. `document` is canonical JSON (RFC 8785), its `sha256` included. */
export const releasedSchema = `
  CREATE TABLE released (
    round TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
