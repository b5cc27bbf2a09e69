-- The head's monthly page reads the access log by its days.
CREATE INDEX access_log_at ON access_log (at);

-- 已阅: which head vouched for which month, up to which row of the log.
CREATE TABLE access_reading (
  month TEXT NOT NULL, user_id TEXT NOT NULL, at TEXT NOT NULL, up_to INTEGER NOT NULL, PRIMARY KEY (month, user_id)
) STRICT, WITHOUT ROWID;

-- 保管物: sticks, envelopes, seals and keys, and who keeps them.
CREATE TABLE kept_item (
  k INTEGER PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, keeper TEXT NOT NULL, place TEXT NOT NULL, since TEXT
) STRICT;

-- A list belongs to a case that is locked; those of cases unlocked since go.
DELETE FROM need_to_know WHERE ledger = 'dispute' AND record NOT IN (SELECT k FROM dispute WHERE locked = 1);
