-- The register itself: facts, users, journal, access, scratch. All tables are STRICT; instants are UTC ISO text.
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE epoch (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, reason TEXT NOT NULL, started_at TEXT NOT NULL,
  parent TEXT, parent_seq INTEGER, parent_chain BLOB
) STRICT;

CREATE TABLE station (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, created_at TEXT NOT NULL,
  sign_public BLOB NOT NULL, sign_private BLOB NOT NULL, age_identity TEXT NOT NULL, age_recipient TEXT NOT NULL,
  handed_secret BLOB NOT NULL
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, admin INTEGER NOT NULL, active INTEGER NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE TABLE user_role (
  user_id TEXT NOT NULL REFERENCES user (id), book TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (user_id, book, role)
) STRICT, WITHOUT ROWID;

-- One row per change. "by" is a user id; "book" and "ledger" are null for events of the office itself.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, epoch TEXT NOT NULL, station TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL,
  book TEXT, ledger TEXT, record_id TEXT, revision INTEGER, kind TEXT NOT NULL, shape INTEGER NOT NULL,
  payload BLOB, salt BLOB, commitment BLOB NOT NULL, chain BLOB NOT NULL
) STRICT;
CREATE INDEX journal_record ON journal (record_id, seq) WHERE record_id IS NOT NULL;
CREATE TRIGGER journal_append_only BEFORE UPDATE ON journal
WHEN NOT (
  NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.seq = OLD.seq AND NEW.epoch = OLD.epoch AND NEW.station = OLD.station
  AND NEW.at = OLD.at AND NEW."by" = OLD."by" AND NEW.book IS OLD.book AND NEW.ledger IS OLD.ledger
  AND NEW.record_id IS OLD.record_id AND NEW.revision IS OLD.revision AND NEW.kind = OLD.kind AND NEW.shape = OLD.shape
  AND NEW.commitment = OLD.commitment AND NEW.chain = OLD.chain
)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Records taken out of their ledger: what a handover sends as tombstones.
CREATE TABLE removed (ledger TEXT NOT NULL, record_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (ledger, record_id)) STRICT, WITHOUT ROWID;
CREATE INDEX removed_seq ON removed (ledger, seq);

CREATE TABLE need_to_know (ledger TEXT NOT NULL, record INTEGER NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (ledger, record, user_id)) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
  k INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL, what TEXT NOT NULL, ledger TEXT, record_id TEXT, facts TEXT NOT NULL
) STRICT;

CREATE TABLE number_given (
  series TEXT NOT NULL, committee TEXT NOT NULL, year INTEGER NOT NULL, serial INTEGER, number TEXT NOT NULL,
  record_id TEXT NOT NULL, at TEXT NOT NULL, void_reason TEXT, PRIMARY KEY (series, committee, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX number_serial ON number_given (series, committee, year, serial) WHERE serial IS NOT NULL;

CREATE TABLE kept_paper (
  k INTEGER PRIMARY KEY, record_id TEXT NOT NULL, paper TEXT NOT NULL, hash BLOB NOT NULL, attachment TEXT NOT NULL,
  pages INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX kept_paper_record ON kept_paper (record_id, paper);

CREATE TABLE attachment (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL, "references" INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Scratch: not journaled, forgotten after 30 days.
CREATE TABLE draft (
  key TEXT NOT NULL, user_id TEXT NOT NULL, ledger TEXT NOT NULL, record_id TEXT, base_revision INTEGER NOT NULL,
  data TEXT NOT NULL, title TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE window_setting (
  user_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
  k INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, bytes INTEGER NOT NULL, place TEXT NOT NULL,
  place_label TEXT NOT NULL, verified INTEGER NOT NULL
) STRICT;
