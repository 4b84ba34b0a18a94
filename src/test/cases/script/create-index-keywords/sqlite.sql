CREATE UNIQUE INDEX s.ix_t_a ON t (a);

CREATE INDEX ix_t_b ON t (a, b);
