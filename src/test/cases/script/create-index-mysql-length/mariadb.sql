CREATE INDEX ix_t ON t (a, b);

CREATE INDEX ix_u ON t (a) USING hash;

CREATE INDEX ix_v ON t (a);
