-- The life of a case: what its states need, 补录, extensions, escalation, attendants, boundary marks, 补充协议, loans.
ALTER TABLE dispute ADD COLUMN late_entry INTEGER;
ALTER TABLE dispute ADD COLUMN continues_case_no TEXT;
ALTER TABLE dispute ADD COLUMN not_accepted_on TEXT;
ALTER TABLE dispute ADD COLUMN refusal_ground TEXT;
ALTER TABLE dispute ADD COLUMN type_older TEXT;
ALTER TABLE dispute ADD COLUMN ownership_dispute INTEGER;
ALTER TABLE dispute ADD COLUMN appraisal_from TEXT;
ALTER TABLE dispute ADD COLUMN appraisal_until TEXT;
ALTER TABLE dispute ADD COLUMN transferred_to TEXT;
ALTER TABLE dispute ADD COLUMN transferred_letter_no TEXT;
ALTER TABLE dispute ADD COLUMN oral_agreed INTEGER;
ALTER TABLE dispute ADD COLUMN oral_reason TEXT;
ALTER TABLE dispute ADD COLUMN bounds TEXT;
ALTER TABLE dispute ADD COLUMN confirmation_joint INTEGER;
ALTER TABLE dispute ADD COLUMN confirmation_applied_on TEXT;
ALTER TABLE dispute ADD COLUMN may_escalate INTEGER;
ALTER TABLE dispute ADD COLUMN abuse_suspected INTEGER;
ALTER TABLE dispute ADD COLUMN slip_no TEXT;
ALTER TABLE dispute ADD COLUMN slip_on TEXT;
ALTER TABLE dispute_party ADD COLUMN own_labour INTEGER;
ALTER TABLE dispute_party ADD COLUMN refused_on TEXT;
CREATE TABLE dispute_attendant (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  kind TEXT,
  name TEXT,
  language TEXT,
  relation TEXT,
  for_party TEXT
) STRICT;
CREATE INDEX dispute_attendant_parent ON dispute_attendant (parent, position);
CREATE TABLE dispute_extension (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  agreed_on TEXT,
  until TEXT,
  reason TEXT,
  signed INTEGER
) STRICT;
CREATE INDEX dispute_extension_parent ON dispute_extension (parent, position);
CREATE TABLE dispute_escalation (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  level TEXT,
  entered_on TEXT,
  left_on TEXT,
  outcome TEXT
) STRICT;
CREATE INDEX dispute_escalation_parent ON dispute_escalation (parent, position);
ALTER TABLE dispute_clause ADD COLUMN confirm_bar TEXT;
CREATE TABLE dispute_boundary_mark (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  name TEXT,
  place TEXT,
  longitude REAL,
  latitude REAL,
  witness TEXT
) STRICT;
CREATE INDEX dispute_boundary_mark_parent ON dispute_boundary_mark (parent, position);
CREATE TABLE dispute_supplement (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  reason TEXT,
  text TEXT,
  signed_by_parties_on TEXT,
  signed_by_mediators_on TEXT,
  sealed_on TEXT
) STRICT;
CREATE INDEX dispute_supplement_parent ON dispute_supplement (parent, position);
CREATE TABLE dispute_loan (
  k INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL REFERENCES dispute (k) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  absent TEXT NOT NULL,
  borrower TEXT,
  unit TEXT,
  purpose TEXT,
  lent_on TEXT,
  due_on TEXT,
  returned_on TEXT
) STRICT;
CREATE INDEX dispute_loan_parent ON dispute_loan (parent, position);

INSERT INTO dispute_attendant (parent, position, absent, kind, name, language)
SELECT k, 0, '{}', 'interpreter', interpreter, interpreter_language FROM dispute WHERE interpreter IS NOT NULL
UNION ALL SELECT k, 1, '{}', 'scribe', scribe, NULL FROM dispute WHERE scribe IS NOT NULL
UNION ALL SELECT k, 2, '{}', 'witness', witness, NULL FROM dispute WHERE witness IS NOT NULL;
UPDATE dispute SET absent = json_remove(absent, '$.interpreter', '$.interpreterLanguage', '$.scribe', '$.witness')
WHERE absent <> '{}';
ALTER TABLE dispute DROP COLUMN interpreter;
ALTER TABLE dispute DROP COLUMN interpreter_language;
ALTER TABLE dispute DROP COLUMN scribe;
ALTER TABLE dispute DROP COLUMN witness;

UPDATE dispute SET local_subtype = CASE local_subtype
  WHEN 'pastureBoundary' THEN '草场（草山）边界' WHEN 'overgrazing' THEN '越界放牧' WHEN 'pastureTransfer' THEN '草场承包流转'
  WHEN 'caterpillarFungus' THEN '虫草采挖' WHEN 'livestockDamage' THEN '牲畜损害' WHEN 'waterDiversion' THEN '引水用水'
  ELSE '其他' END
WHERE local_subtype IS NOT NULL;

-- An oral agreement takes effect on the day the parties agree (人民调解法 30).
UPDATE dispute SET effective_on = result_date WHERE result = 'oral';

UPDATE dispute SET stage = CASE
  WHEN filed_on IS NOT NULL THEN 'archived'
  WHEN closed_on IS NOT NULL THEN 'closed'
  WHEN result IN ('written', 'oral') AND effective_on IS NOT NULL
    THEN CASE WHEN EXISTS (SELECT 1 FROM dispute_follow_up f WHERE f.parent = dispute.k) THEN 'followedUp' ELSE 'performing' END
  WHEN result IN ('written', 'oral') THEN 'agreed'
  WHEN result IS NOT NULL THEN result
  WHEN EXISTS (SELECT 1 FROM dispute_session s WHERE s.parent = dispute.k) THEN 'mediating'
  WHEN EXISTS (SELECT 1 FROM dispute_inquiry i WHERE i.parent = dispute.k) THEN 'investigating'
  WHEN acceptance_date IS NOT NULL THEN 'accepted'
  ELSE 'registered' END;
CREATE INDEX dispute_stage ON dispute (stage, locked);
