-- What further papers of a case say: why it was transferred, the report to the police, the note on the dossier, who was
-- asked, who received what was handed over, by when performance is urged.
ALTER TABLE dispute ADD COLUMN transfer_reason TEXT;
ALTER TABLE dispute ADD COLUMN police_letter_no TEXT;
ALTER TABLE dispute ADD COLUMN police_report_reason TEXT;
ALTER TABLE dispute ADD COLUMN checked_on TEXT;
ALTER TABLE dispute ADD COLUMN dossier_note TEXT;
ALTER TABLE dispute_inquiry ADD COLUMN asked_about TEXT;
ALTER TABLE dispute_inquiry ADD COLUMN present TEXT;
ALTER TABLE dispute_performance ADD COLUMN received_by TEXT;
ALTER TABLE dispute_urging ADD COLUMN due_on TEXT;
