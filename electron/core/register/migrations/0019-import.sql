-- Imports of sheets. What was read is scratch until it is saved; what was saved is remembered by id and revision, so that
-- the same file or row is noticed and the whole can be taken back. Records carry nothing of it.
CREATE TABLE import_batch (
  k INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ledger TEXT NOT NULL, file_name TEXT NOT NULL, file_hash BLOB NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL,
  state TEXT NOT NULL, book TEXT NOT NULL, reading TEXT NOT NULL
) STRICT;
CREATE INDEX import_batch_file ON import_batch (ledger, file_hash);
CREATE TABLE import_sheet_row (
  batch INTEGER NOT NULL REFERENCES import_batch (k) ON DELETE CASCADE, sheet INTEGER NOT NULL, row INTEGER NOT NULL, cells TEXT NOT NULL,
  PRIMARY KEY (batch, sheet, row)
) STRICT, WITHOUT ROWID;
-- A record the sheet holds. "why" says why a record that was to be taken back stayed.
CREATE TABLE import_row (
  k INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES import_batch (k) ON DELETE CASCADE, position INTEGER NOT NULL, first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL, state TEXT NOT NULL, warned INTEGER NOT NULL, title TEXT NOT NULL, data TEXT, problems TEXT, hash BLOB NOT NULL, equals TEXT,
  record_id TEXT, revision INTEGER, why TEXT
) STRICT;
CREATE INDEX import_row_state ON import_row (batch, state, position);
CREATE INDEX import_row_position ON import_row (batch, position);
CREATE INDEX import_row_hash ON import_row (hash) WHERE record_id IS NOT NULL;
CREATE TABLE import_meaning (
  ledger TEXT NOT NULL, header TEXT NOT NULL, meaning TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (ledger, header)
) STRICT, WITHOUT ROWID;
