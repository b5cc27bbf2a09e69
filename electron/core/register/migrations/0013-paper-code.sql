-- Footer codes: random, without a word of the case; only this table tells which paper one stands on.
CREATE TABLE paper_code (
  code TEXT PRIMARY KEY, record_id TEXT NOT NULL, paper TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX paper_code_paper ON paper_code (record_id, paper);
