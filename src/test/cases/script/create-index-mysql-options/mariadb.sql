CREATE INDEX ix_a ON t (a);

CREATE INDEX ix_b ON t (b) USING hash;

CREATE INDEX ix_c ON t (c);
