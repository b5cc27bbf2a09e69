-- Both ends of a handover. An office uses the first part, a recipient the second.
CREATE TABLE recipient (
  book TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, station TEXT NOT NULL, sign_public BLOB NOT NULL, age_recipient TEXT NOT NULL,
  sample INTEGER NOT NULL, accepted_at TEXT NOT NULL, mark INTEGER NOT NULL, acknowledged_no INTEGER, mark_epoch TEXT,
  recipient_epoch TEXT, recipient_earlier TEXT NOT NULL, receipt_hash BLOB, missing_nos TEXT NOT NULL
) STRICT;
-- A number is taken (state begun) before its file gets its real name, so that no number ever names two contents.
CREATE TABLE handover (
  k INTEGER PRIMARY KEY, book TEXT NOT NULL, epoch TEXT NOT NULL, no INTEGER NOT NULL, recipient_key TEXT NOT NULL, at TEXT NOT NULL, file_name TEXT NOT NULL, base INTEGER NOT NULL, up_to INTEGER NOT NULL,
  records INTEGER NOT NULL, bytes INTEGER NOT NULL, manifest_hash BLOB NOT NULL, file_hash BLOB NOT NULL, state TEXT NOT NULL, receipt_at TEXT,
  UNIQUE (book, epoch, no)
) STRICT;
-- Rows the recipient was sent: only these need a tombstone when a record is removed or becomes secret.
CREATE TABLE handed (book TEXT NOT NULL, ledger TEXT NOT NULL, record_id TEXT NOT NULL, PRIMARY KEY (book, ledger, record_id)) STRICT, WITHOUT ROWID;
CREATE TABLE handover_exception (
  k INTEGER PRIMARY KEY, book TEXT NOT NULL, no INTEGER NOT NULL, ledger TEXT NOT NULL, handed_id TEXT NOT NULL, record_id TEXT, reason TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  station TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, sign_public BLOB NOT NULL, age_recipient TEXT NOT NULL,
  sample INTEGER NOT NULL, enrolled_at TEXT NOT NULL, revoked_at TEXT, revoke_reason TEXT, receipt_pending INTEGER NOT NULL
) STRICT;
-- Every file merged. The kept file is the recipient's real backup.
CREATE TABLE received (
  k INTEGER PRIMARY KEY, station TEXT NOT NULL REFERENCES unit (station), book TEXT NOT NULL, epoch TEXT NOT NULL, no INTEGER NOT NULL,
  base INTEGER NOT NULL, up_to INTEGER NOT NULL, up_to_chain BLOB NOT NULL, date TEXT NOT NULL, at TEXT NOT NULL, manifest_hash BLOB NOT NULL,
  file_hash BLOB NOT NULL, kept_as TEXT NOT NULL, UNIQUE (station, book, epoch, no)
) STRICT;
CREATE TABLE unit_mark (
  station TEXT NOT NULL, book TEXT NOT NULL, epoch TEXT NOT NULL, mark INTEGER NOT NULL, no INTEGER NOT NULL, chain BLOB NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (station, book, epoch)
) STRICT, WITHOUT ROWID;
-- Lives of a station's register, the later ones with the higher position: revisions are compared only inside one.
CREATE TABLE unit_epoch (
  station TEXT NOT NULL, epoch TEXT NOT NULL, position INTEGER NOT NULL, parent TEXT, parent_seq INTEGER, at TEXT NOT NULL,
  PRIMARY KEY (station, epoch)
) STRICT, WITHOUT ROWID;
-- Entries that could not be merged, as they came, until a later state of the record is.
CREATE TABLE set_aside (
  k INTEGER PRIMARY KEY, station TEXT NOT NULL, book TEXT NOT NULL, epoch TEXT NOT NULL, no INTEGER NOT NULL, ledger TEXT NOT NULL, handed_id TEXT NOT NULL,
  seq INTEGER NOT NULL, reason TEXT NOT NULL, entry TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (station, ledger, handed_id)
) STRICT;
-- Whole files that were not merged (a fork inside one epoch): kept as they came, until somebody decides.
CREATE TABLE set_aside_file (
  k INTEGER PRIMARY KEY, station TEXT NOT NULL REFERENCES unit (station), book TEXT NOT NULL, epoch TEXT NOT NULL, no INTEGER NOT NULL, date TEXT NOT NULL,
  reason TEXT NOT NULL, at TEXT NOT NULL, manifest_hash BLOB NOT NULL UNIQUE, file_hash BLOB NOT NULL, kept_as TEXT NOT NULL
) STRICT;
-- States of another life of the station that its present life replaced or does not have: nothing is silently dropped.
-- "epoch", "seq" and "entry" are what the other life said; "no" is the handover that met it, "told_at" the receipt that said so.
CREATE TABLE city_other_life (
  k INTEGER PRIMARY KEY, station TEXT NOT NULL, book TEXT NOT NULL, ledger TEXT NOT NULL, handed_id TEXT NOT NULL, epoch TEXT NOT NULL, seq INTEGER NOT NULL,
  reason TEXT NOT NULL, entry TEXT NOT NULL, no INTEGER NOT NULL, at TEXT NOT NULL, told_at TEXT, UNIQUE (station, ledger, handed_id, epoch)
) STRICT;
CREATE TABLE city_tombstone (
  station TEXT NOT NULL, ledger TEXT NOT NULL, handed_id TEXT NOT NULL, epoch TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (station, ledger, handed_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE city_count (
  station TEXT NOT NULL, ledger TEXT NOT NULL, period TEXT NOT NULL, measure TEXT NOT NULL, category TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (station, ledger, period, measure, category)
) STRICT, WITHOUT ROWID;
-- The recipient's own word on a record; it outlives the record's updates and removal.
CREATE TABLE city_decision (
  station TEXT NOT NULL, ledger TEXT NOT NULL, handed_id TEXT NOT NULL, mark TEXT NOT NULL, note TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (station, ledger, handed_id)
) STRICT, WITHOUT ROWID;

-- Staging of one import: filled in short transactions, merged in one, emptied afterwards and before every next.
CREATE TABLE staged_file (
  k INTEGER PRIMARY KEY, batch TEXT NOT NULL, book TEXT NOT NULL, token TEXT NOT NULL, file_name TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT,
  station TEXT, manifest TEXT, manifest_hash BLOB, file_hash BLOB, copy TEXT
) STRICT;
-- Kinds are those of entries, and "aside" for an entry kept as it came, with its reason.
CREATE TABLE staged_entry (
  k INTEGER PRIMARY KEY, file INTEGER NOT NULL, ledger TEXT NOT NULL, kind TEXT NOT NULL, handed_id TEXT NOT NULL, seq INTEGER NOT NULL,
  revision INTEGER NOT NULL, level TEXT NOT NULL, data TEXT, reason TEXT
) STRICT;
CREATE INDEX staged_entry_kind ON staged_entry (file, kind, ledger);
