-- The dossier of a case: what lies in it on paper, scans bound into it, and what was printed with which content.
CREATE TABLE dossier_mark (
  record_id TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, day TEXT NOT NULL, by_name TEXT NOT NULL, reason TEXT,
  pages INTEGER, fingerprint TEXT, at TEXT NOT NULL, by TEXT NOT NULL, PRIMARY KEY (record_id, item)
) STRICT, WITHOUT ROWID;
-- `attachment` names the reduced file, `source` is a keyed hash of the file as it was given, `thumb` a small JPEG,
-- `code` the footer code it shows.
CREATE TABLE scan (
  id TEXT PRIMARY KEY, record_id TEXT NOT NULL, item TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
  attachment TEXT NOT NULL, bytes INTEGER NOT NULL, pages INTEGER NOT NULL, source TEXT NOT NULL, thumb BLOB, code TEXT,
  added_at TEXT NOT NULL, added_by TEXT NOT NULL, removed_at TEXT, removed_by TEXT
) STRICT;
CREATE INDEX scan_record ON scan (record_id, item, position);
CREATE TABLE paper_print (
  k INTEGER PRIMARY KEY, record_id TEXT NOT NULL, paper TEXT NOT NULL, fingerprint TEXT NOT NULL, copies INTEGER NOT NULL,
  pages INTEGER, at TEXT NOT NULL, by TEXT NOT NULL
) STRICT;
CREATE INDEX paper_print_record ON paper_print (record_id, paper, k);
-- What a reviewer gave each row of the score sheet (卷宗评查).
CREATE TABLE dossier_review (
  record_id TEXT NOT NULL, item TEXT NOT NULL, score REAL, reason TEXT, at TEXT NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (record_id, item)
) STRICT, WITHOUT ROWID;
