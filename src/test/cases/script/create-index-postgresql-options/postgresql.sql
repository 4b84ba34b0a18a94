CREATE INDEX ix_gin ON t USING gin (a);

CREATE INDEX ix_inc ON t (a) INCLUDE (b, c);

CREATE INDEX ix_ops ON t (a text_pattern_ops);

CREATE INDEX ix_with ON t (a) WITH (fillfactor = 50);

CREATE UNIQUE INDEX ix_nd ON t (a) NULLS NOT DISTINCT;

CREATE INDEX IF NOT EXISTS ix_hash ON t USING hash (a);
