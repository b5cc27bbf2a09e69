-- 走访, shape 1.
CREATE TABLE visit (
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
  visited_on TEXT,
  start_time TEXT,
  village TEXT,
  village_key TEXT,
  household_group TEXT,
  kind TEXT,
  topic TEXT,
  recorder TEXT,
  remarks TEXT,
  visitor_names TEXT,
  visitor_names_key TEXT,
  household_count INTEGER,
  people_count INTEGER,
  leaflet_count INTEGER,
  matter_count INTEGER
) STRICT;
CREATE INDEX visit_seq ON visit (seq);
CREATE INDEX visit_updated_at ON visit (updated_at, locked);
CREATE INDEX visit_visited_on ON visit (visited_on, locked);
CREATE INDEX visit_village ON visit (village_key, locked);
CREATE INDEX visit_kind ON visit (kind, locked);
CREATE INDEX visit_visitor_names ON visit (visitor_names_key, locked);
CREATE INDEX visit_household_count ON visit (household_count, locked);
CREATE TABLE visit_visitor (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES visit (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  post TEXT
) STRICT;
CREATE INDEX visit_visitor_parent ON visit_visitor (parent, position);
CREATE TABLE visit_household (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES visit (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  door TEXT,
  people_met INTEGER,
  leaflets INTEGER,
  request TEXT,
  handled_on_spot TEXT,
  matter TEXT,
  matter_unit TEXT,
  matter_due_on TEXT,
  matter_result TEXT
) STRICT;
CREATE INDEX visit_household_parent ON visit_household (parent, position);
CREATE TABLE city_visit (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  visited_on TEXT,
  kind TEXT,
  topic TEXT,
  visitors INTEGER,
  household_count INTEGER,
  people_count INTEGER,
  leaflet_count INTEGER,
  matter_count INTEGER
) STRICT;
CREATE UNIQUE INDEX city_visit_id ON city_visit (station, handed_id);
CREATE INDEX city_visit_unit_name ON city_visit (unit_name);
CREATE INDEX city_visit_visited_on ON city_visit (visited_on);
CREATE INDEX city_visit_kind ON city_visit (kind);
CREATE INDEX city_visit_household_count ON city_visit (household_count);
CREATE VIRTUAL TABLE search_visit USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');
