-- 队伍名册: who holds a post of the five teams, from when until when.
CREATE TABLE post (
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
  team TEXT,
  group_no TEXT,
  group_no_key TEXT,
  group_name TEXT,
  group_name_key TEXT,
  township TEXT,
  township_key TEXT,
  village TEXT,
  village_key TEXT,
  grid TEXT,
  size INTEGER,
  name TEXT,
  name_key TEXT,
  other_name TEXT,
  tibetan_name TEXT,
  sex TEXT,
  birth_date TEXT,
  id_number TEXT,
  phone TEXT,
  languages TEXT,
  department TEXT,
  department_key TEXT,
  community TEXT,
  police_station TEXT,
  company TEXT,
  shop_name TEXT,
  credit_code TEXT,
  building TEXT,
  road_section TEXT,
  selected_on TEXT,
  selection_way TEXT,
  approved_by TEXT,
  left_on TEXT,
  leaving_reason TEXT,
  replaces TEXT,
  remarks TEXT,
  group_order INTEGER,
  group_count INTEGER,
  birth_year INTEGER
) STRICT;
CREATE INDEX post_seq ON post (seq);
CREATE INDEX post_updated_at ON post (updated_at, locked);
CREATE INDEX post_stage ON post (stage, locked);
CREATE INDEX post_team ON post (team, locked);
CREATE INDEX post_group_no ON post (group_no_key, locked);
CREATE INDEX post_group_name ON post (group_name_key, locked);
CREATE INDEX post_township ON post (township_key, locked);
CREATE INDEX post_village ON post (village_key, locked);
CREATE INDEX post_name ON post (name_key, locked);
CREATE INDEX post_department ON post (department_key, locked);
CREATE INDEX post_selected_on ON post (selected_on, locked);
CREATE INDEX post_left_on ON post (left_on, locked);
CREATE INDEX post_replaces ON post (replaces, locked);
CREATE INDEX post_group_order ON post (group_order, locked);
CREATE TABLE city_post (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  team TEXT,
  group_no TEXT,
  group_name TEXT,
  size INTEGER,
  department TEXT,
  selected_on TEXT,
  left_on TEXT,
  group_count INTEGER
) STRICT;
CREATE UNIQUE INDEX city_post_id ON city_post (station, handed_id);
CREATE INDEX city_post_unit_name ON city_post (unit_name);
CREATE INDEX city_post_team ON city_post (team);
CREATE INDEX city_post_group_no ON city_post (group_no);
CREATE INDEX city_post_group_name ON city_post (group_name);
CREATE INDEX city_post_department ON city_post (department);
CREATE INDEX city_post_selected_on ON city_post (selected_on);
CREATE INDEX city_post_left_on ON city_post (left_on);
CREATE VIRTUAL TABLE search_post USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');
