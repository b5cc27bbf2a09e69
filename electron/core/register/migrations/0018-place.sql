-- 区划与单位, shape 1.
CREATE TABLE place (
  k INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  seq INTEGER NOT NULL,
  stage TEXT NOT NULL,
  locked INTEGER NOT NULL,
  absent TEXT NOT NULL,
  level TEXT,
  code TEXT,
  name TEXT,
  name_key TEXT,
  under TEXT,
  under_key TEXT,
  valid_from TEXT,
  valid_until TEXT,
  merged_into TEXT,
  merged_why TEXT,
  remarks TEXT,
  order_key TEXT,
  former_list TEXT
) STRICT;
CREATE INDEX place_seq ON place (seq);
CREATE INDEX place_updated_at ON place (updated_at, locked);
CREATE INDEX place_level ON place (level, locked);
CREATE INDEX place_code ON place (code, locked);
CREATE INDEX place_name ON place (name_key, locked);
CREATE INDEX place_under ON place (under_key, locked);
CREATE INDEX place_valid_until ON place (valid_until, locked);
CREATE INDEX place_order_key ON place (order_key, locked);
CREATE TABLE place_former_name (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES place (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  until TEXT
) STRICT;
CREATE INDEX place_former_name_parent ON place_former_name (parent, position);
CREATE VIRTUAL TABLE search_place USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');

