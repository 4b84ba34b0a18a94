-- The server prints a cast to regconfig that nobody writes.
CREATE TABLE t (b text, d text);
CREATE INDEX ix_tsv ON t USING gin (to_tsvector('english', coalesce(b, '') || ' ' || coalesce(d, '')));
