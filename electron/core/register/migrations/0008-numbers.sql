-- The number books: the day a number stands for, voids with who decided, and what people said stands last on paper.
ALTER TABLE number_given ADD COLUMN given_on TEXT;
ALTER TABLE number_given ADD COLUMN voided_at TEXT;
ALTER TABLE number_given ADD COLUMN voided_by TEXT;
ALTER TABLE number_given ADD COLUMN slip_no TEXT;
ALTER TABLE number_given ADD COLUMN slip_on TEXT;
CREATE INDEX number_record ON number_given (record_id);

-- "epoch" is empty for the start of a book that was begun on paper, and names the life whose restore or copy asked.
-- "known" is the highest serial the register knew when it asked, "proposed" the one it proposed.
CREATE TABLE number_on_paper (
  series TEXT NOT NULL, committee TEXT NOT NULL, year INTEGER NOT NULL, epoch TEXT NOT NULL,
  last INTEGER NOT NULL, known INTEGER NOT NULL, proposed INTEGER NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL,
  PRIMARY KEY (series, committee, year, epoch)
) STRICT, WITHOUT ROWID;

-- The latest day this register has seen: a clock that was set back is noticed before it opens a wrong year's book.
CREATE INDEX journal_at ON journal (at);
