CREATE INDEX ix_a ON t (a(10));

CREATE INDEX ix_b ON t (b) USING hash;

CREATE FULLTEXT INDEX ix_c ON t (c);
