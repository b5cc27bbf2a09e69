-- 联席会议, shape 1.
CREATE TABLE meeting (
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
  title TEXT,
  title_key TEXT,
  held_on TEXT,
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  chair TEXT,
  recorder TEXT,
  expected_count INTEGER,
  present_count INTEGER,
  attendees TEXT,
  observers TEXT,
  topics TEXT,
  statements TEXT,
  remarks TEXT,
  year INTEGER,
  quarter INTEGER,
  open_decisions INTEGER,
  done_decisions INTEGER
) STRICT;
CREATE INDEX meeting_seq ON meeting (seq);
CREATE INDEX meeting_updated_at ON meeting (updated_at, locked);
CREATE INDEX meeting_title ON meeting (title_key, locked);
CREATE INDEX meeting_held_on ON meeting (held_on, locked);
CREATE INDEX meeting_year ON meeting (year, locked);
CREATE INDEX meeting_open_decisions ON meeting (open_decisions, locked);
CREATE TABLE meeting_absentee (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES meeting (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  unit TEXT,
  reason TEXT
) STRICT;
CREATE INDEX meeting_absentee_parent ON meeting_absentee (parent, position);
CREATE TABLE meeting_decision (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES meeting (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  matter TEXT,
  unit TEXT,
  person TEXT,
  due_on TEXT,
  progress TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX meeting_decision_parent ON meeting_decision (parent, position);
CREATE TABLE city_meeting (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  title TEXT,
  held_on TEXT,
  present_count INTEGER,
  year INTEGER,
  quarter INTEGER,
  open_decisions INTEGER,
  done_decisions INTEGER
) STRICT;
CREATE UNIQUE INDEX city_meeting_id ON city_meeting (station, handed_id);
CREATE INDEX city_meeting_unit_name ON city_meeting (unit_name);
CREATE INDEX city_meeting_title ON city_meeting (title);
CREATE INDEX city_meeting_held_on ON city_meeting (held_on);
CREATE INDEX city_meeting_year ON city_meeting (year);
CREATE INDEX city_meeting_open_decisions ON city_meeting (open_decisions);
CREATE VIRTUAL TABLE search_meeting USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');

