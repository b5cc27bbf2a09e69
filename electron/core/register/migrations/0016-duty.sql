-- 值守, shape 1.
CREATE TABLE duty (
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
  kind TEXT,
  event TEXT,
  event_key TEXT,
  duty_on TEXT,
  until TEXT,
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  teams TEXT,
  leader TEXT,
  counted_times INTEGER,
  vehicle TEXT,
  found TEXT,
  handling TEXT,
  reported_to TEXT,
  handed_over_to TEXT,
  remarks TEXT,
  year INTEGER,
  quarter INTEGER,
  person_times INTEGER,
  called TEXT
) STRICT;
CREATE INDEX duty_seq ON duty (seq);
CREATE INDEX duty_updated_at ON duty (updated_at, locked);
CREATE INDEX duty_kind ON duty (kind, locked);
CREATE INDEX duty_event ON duty (event_key, locked);
CREATE INDEX duty_duty_on ON duty (duty_on, locked);
CREATE INDEX duty_year ON duty (year, locked);
CREATE INDEX duty_person_times ON duty (person_times, locked);
CREATE TABLE duty_person (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES duty (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  unit TEXT,
  team TEXT,
  phone TEXT
) STRICT;
CREATE INDEX duty_person_parent ON duty_person (parent, position);
CREATE TABLE city_duty (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  kind TEXT,
  event TEXT,
  duty_on TEXT,
  until TEXT,
  teams TEXT,
  year INTEGER,
  quarter INTEGER,
  person_times INTEGER
) STRICT;
CREATE UNIQUE INDEX city_duty_id ON city_duty (station, handed_id);
CREATE INDEX city_duty_unit_name ON city_duty (unit_name);
CREATE INDEX city_duty_kind ON city_duty (kind);
CREATE INDEX city_duty_event ON city_duty (event);
CREATE INDEX city_duty_duty_on ON city_duty (duty_on);
CREATE INDEX city_duty_year ON city_duty (year);
CREATE INDEX city_duty_person_times ON city_duty (person_times);
CREATE VIRTUAL TABLE search_duty USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');

