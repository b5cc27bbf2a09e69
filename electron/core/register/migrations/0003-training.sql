-- 培训, shape 1.
CREATE TABLE training (
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
  topic TEXT,
  topic_key TEXT,
  form TEXT,
  held_on TEXT,
  ends_on TEXT,
  start_time TEXT,
  end_time TEXT,
  ordinal INTEGER,
  teams TEXT,
  place TEXT,
  organiser TEXT,
  organiser_key TEXT,
  lecturer TEXT,
  lecturer_unit TEXT,
  count_only INTEGER,
  counted_present INTEGER,
  summary TEXT,
  materials INTEGER,
  remarks TEXT,
  year INTEGER,
  quarter INTEGER,
  expected INTEGER,
  present_count INTEGER,
  leave_count INTEGER,
  absent_count INTEGER
) STRICT;
CREATE INDEX training_seq ON training (seq);
CREATE INDEX training_updated_at ON training (updated_at, locked);
CREATE INDEX training_topic ON training (topic_key, locked);
CREATE INDEX training_form ON training (form, locked);
CREATE INDEX training_held_on ON training (held_on, locked);
CREATE INDEX training_organiser ON training (organiser_key, locked);
CREATE INDEX training_year ON training (year, locked);
CREATE INDEX training_present_count ON training (present_count, locked);
CREATE TABLE training_attendance (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES training (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  unit TEXT,
  post TEXT,
  state TEXT,
  substitute TEXT,
  remark TEXT
) STRICT;
CREATE INDEX training_attendance_parent ON training_attendance (parent, position);
CREATE TABLE city_training (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  topic TEXT,
  form TEXT,
  held_on TEXT,
  ends_on TEXT,
  ordinal INTEGER,
  teams TEXT,
  organiser TEXT,
  count_only INTEGER,
  materials INTEGER,
  year INTEGER,
  quarter INTEGER,
  expected INTEGER,
  present_count INTEGER,
  leave_count INTEGER,
  absent_count INTEGER
) STRICT;
CREATE UNIQUE INDEX city_training_id ON city_training (station, handed_id);
CREATE INDEX city_training_unit_name ON city_training (unit_name);
CREATE INDEX city_training_topic ON city_training (topic);
CREATE INDEX city_training_form ON city_training (form);
CREATE INDEX city_training_held_on ON city_training (held_on);
CREATE INDEX city_training_organiser ON city_training (organiser);
CREATE INDEX city_training_year ON city_training (year);
CREATE INDEX city_training_present_count ON city_training (present_count);
CREATE VIRTUAL TABLE search_training USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');
