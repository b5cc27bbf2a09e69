-- 纠纷, shape 1.
CREATE TABLE dispute (
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
  committee TEXT,
  committee_key TEXT,
  village TEXT,
  village_key TEXT,
  grid_unit TEXT,
  household_group TEXT,
  external_no TEXT,
  case_no TEXT,
  application_date TEXT,
  application_form TEXT,
  acceptance_date TEXT,
  refusal_reason TEXT,
  source TEXT,
  transfer_unit TEXT,
  transfer_letter_no TEXT,
  type_justice TEXT,
  local_subtype TEXT,
  type_social TEXT,
  scale TEXT,
  difficulty TEXT,
  warning_level TEXT,
  warned_on TEXT,
  occurred_on TEXT,
  occurred_at TEXT,
  longitude REAL,
  latitude REAL,
  people_involved INTEGER,
  units_involved TEXT,
  summary TEXT,
  recorder TEXT,
  notice_date TEXT,
  notice_form TEXT,
  openness TEXT,
  interpreter TEXT,
  interpreter_language TEXT,
  scribe TEXT,
  witness TEXT,
  result TEXT,
  result_date TEXT,
  termination_reason TEXT,
  other_routes_told_on TEXT,
  agreement_no TEXT,
  facts TEXT,
  responsibilities TEXT,
  copies INTEGER,
  signed_by_parties_on TEXT,
  signed_by_mediators_on TEXT,
  sealed_on TEXT,
  confirmation_wanted INTEGER,
  confirmation_court TEXT,
  confirmation_no TEXT,
  confirmation_result TEXT,
  performance_state TEXT,
  prevented_crime_cases INTEGER,
  prevented_crime_people INTEGER,
  prevented_petition_cases INTEGER,
  prevented_petition_people INTEGER,
  prevented_fights INTEGER,
  prevented_suicides INTEGER,
  police_reported_on TEXT,
  police_reported_at TEXT,
  police_reported_to TEXT,
  police_received_by TEXT,
  closed_on TEXT,
  filed_by TEXT,
  filed_on TEXT,
  checked_by TEXT,
  retention TEXT,
  pages INTEGER,
  box TEXT,
  remarks TEXT,
  subsidy_grade TEXT,
  subsidy_amount INTEGER,
  subsidy_reviewer TEXT,
  subsidy_batch TEXT,
  secrecy TEXT,
  held_back INTEGER,
  party_names TEXT,
  party_names_key TEXT,
  effective_on TEXT,
  amount_promised INTEGER
) STRICT;
CREATE INDEX dispute_seq ON dispute (seq);
CREATE INDEX dispute_updated_at ON dispute (updated_at, locked);
CREATE INDEX dispute_committee ON dispute (committee_key, locked);
CREATE INDEX dispute_village ON dispute (village_key, locked);
CREATE INDEX dispute_case_no ON dispute (case_no, locked);
CREATE INDEX dispute_application_date ON dispute (application_date, locked);
CREATE INDEX dispute_acceptance_date ON dispute (acceptance_date, locked);
CREATE INDEX dispute_source ON dispute (source, locked);
CREATE INDEX dispute_type_justice ON dispute (type_justice, locked);
CREATE INDEX dispute_difficulty ON dispute (difficulty, locked);
CREATE INDEX dispute_result ON dispute (result, locked);
CREATE INDEX dispute_result_date ON dispute (result_date, locked);
CREATE INDEX dispute_agreement_no ON dispute (agreement_no, locked);
CREATE INDEX dispute_performance_state ON dispute (performance_state, locked);
CREATE INDEX dispute_closed_on ON dispute (closed_on, locked);
CREATE INDEX dispute_party_names ON dispute (party_names_key, locked);
CREATE INDEX dispute_effective_on ON dispute (effective_on, locked);
CREATE TABLE dispute_claim (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  text TEXT
) STRICT;
CREATE INDEX dispute_claim_parent ON dispute_claim (parent, position);
CREATE TABLE dispute_party (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  side TEXT,
  kind TEXT,
  name TEXT,
  other_name TEXT,
  tibetan_name TEXT,
  sex TEXT,
  ethnicity TEXT,
  birth_date TEXT,
  age INTEGER,
  certificate_kind TEXT,
  id_number TEXT,
  credit_code TEXT,
  legal_representative TEXT,
  legal_representative_post TEXT,
  occupation TEXT,
  phone TEXT,
  address TEXT,
  household_address TEXT,
  capacity TEXT,
  capacity_reason TEXT,
  needs_interpreter INTEGER
) STRICT;
CREATE INDEX dispute_party_parent ON dispute_party (parent, position);
CREATE TABLE dispute_agent (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  kind TEXT,
  name TEXT,
  for_party TEXT,
  relation TEXT,
  certificate_kind TEXT,
  id_number TEXT,
  phone TEXT,
  address TEXT,
  powers TEXT,
  power_page TEXT
) STRICT;
CREATE INDEX dispute_agent_parent ON dispute_agent (parent, position);
CREATE TABLE dispute_mediator (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  presiding INTEGER
) STRICT;
CREATE INDEX dispute_mediator_parent ON dispute_mediator (parent, position);
CREATE TABLE dispute_participant (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  relation TEXT,
  consented INTEGER
) STRICT;
CREATE INDEX dispute_participant_parent ON dispute_participant (parent, position);
CREATE TABLE dispute_inquiry (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  held_on TEXT,
  place TEXT,
  asked TEXT,
  investigators TEXT,
  recorder TEXT,
  record TEXT
) STRICT;
CREATE INDEX dispute_inquiry_parent ON dispute_inquiry (parent, position);
CREATE TABLE dispute_evidence (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  provider TEXT,
  form TEXT,
  pages INTEGER,
  received_on TEXT
) STRICT;
CREATE INDEX dispute_evidence_parent ON dispute_evidence (parent, position);
CREATE TABLE dispute_session (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  held_on TEXT,
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  record TEXT,
  result TEXT
) STRICT;
CREATE INDEX dispute_session_parent ON dispute_session (parent, position);
CREATE TABLE dispute_clause (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  text TEXT,
  confirmable INTEGER
) STRICT;
CREATE INDEX dispute_clause_parent ON dispute_clause (parent, position);
CREATE TABLE dispute_performance (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  debtor TEXT,
  manner TEXT,
  place TEXT,
  amount INTEGER,
  due_on TEXT,
  done_on TEXT,
  voucher_page TEXT
) STRICT;
CREATE INDEX dispute_performance_parent ON dispute_performance (parent, position);
CREATE TABLE dispute_urging (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  urged_on TEXT,
  by TEXT,
  note TEXT
) STRICT;
CREATE INDEX dispute_urging_parent ON dispute_urging (parent, position);
CREATE TABLE dispute_follow_up (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  held_on TEXT,
  by TEXT,
  reason TEXT,
  findings TEXT,
  satisfaction TEXT
) STRICT;
CREATE INDEX dispute_follow_up_parent ON dispute_follow_up (parent, position);
CREATE TABLE city_dispute (
  k INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  handed_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  level TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  committee TEXT,
  case_no TEXT,
  acceptance_date TEXT,
  source TEXT,
  type_justice TEXT,
  difficulty TEXT,
  parties INTEGER,
  mediators TEXT,
  sessions INTEGER,
  result TEXT,
  result_date TEXT,
  agreement_no TEXT,
  performance_state TEXT,
  closed_on TEXT,
  effective_on TEXT,
  amount_promised TEXT
) STRICT;
CREATE UNIQUE INDEX city_dispute_id ON city_dispute (station, handed_id);
CREATE INDEX city_dispute_unit_name ON city_dispute (unit_name);
CREATE INDEX city_dispute_committee ON city_dispute (committee);
CREATE INDEX city_dispute_case_no ON city_dispute (case_no);
CREATE INDEX city_dispute_acceptance_date ON city_dispute (acceptance_date);
CREATE INDEX city_dispute_source ON city_dispute (source);
CREATE INDEX city_dispute_type_justice ON city_dispute (type_justice);
CREATE INDEX city_dispute_difficulty ON city_dispute (difficulty);
CREATE INDEX city_dispute_result ON city_dispute (result);
CREATE INDEX city_dispute_result_date ON city_dispute (result_date);
CREATE INDEX city_dispute_agreement_no ON city_dispute (agreement_no);
CREATE INDEX city_dispute_performance_state ON city_dispute (performance_state);
CREATE INDEX city_dispute_closed_on ON city_dispute (closed_on);
CREATE INDEX city_dispute_effective_on ON city_dispute (effective_on);
CREATE VIRTUAL TABLE search_dispute USING fts5 (text, content='', contentless_delete=1, tokenize='ascii');
