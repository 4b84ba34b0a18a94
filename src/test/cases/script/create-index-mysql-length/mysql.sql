CREATE INDEX ix_t ON t (a(10), b(5));

CREATE INDEX ix_u ON t (a(7)) USING hash;

CREATE FULLTEXT INDEX ix_v ON t (a);
