-- 录入更正: what of a signed or filed record was typed wrongly; two persons, one proposes, another decides.
CREATE TABLE correction (
  id TEXT PRIMARY KEY, ledger TEXT NOT NULL, record_id TEXT NOT NULL, state TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  reason TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, decided_by TEXT, decided_at TEXT, answer TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_record ON correction (record_id, state);
CREATE INDEX correction_open ON correction (proposed_at) WHERE state = 'open';
