-- Pairs of posts somebody has said are no doubles.
CREATE TABLE post_pair (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  decision TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;
