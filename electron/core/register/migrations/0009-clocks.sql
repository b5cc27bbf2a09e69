-- What the clocks of the cases come to, so that 今日 is one indexed query; filled by the program, in the same
-- transaction as whatever changes it.
CREATE TABLE due (
  k INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  path TEXT NOT NULL,
  unshifted_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  extended INTEGER NOT NULL,
  table_missing INTEGER NOT NULL,
  lapses INTEGER NOT NULL
) STRICT;
CREATE INDEX due_day ON due (unshifted_on, due_on, record, position);
CREATE INDEX due_record ON due (record, position);

-- 放假安排 of the office's own: one taken in by file, or without a body a built-in one that was taken out.
CREATE TABLE holiday_table (
  layer TEXT NOT NULL,
  year INTEGER NOT NULL,
  body TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  PRIMARY KEY (layer, year)
) STRICT;
