CREATE UNIQUE INDEX ix_t_a ON s.t (a);

CREATE INDEX ix_t_b ON t (a, b);
