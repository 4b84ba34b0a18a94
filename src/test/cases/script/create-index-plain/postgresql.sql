CREATE INDEX ix_a ON t (a);

CREATE UNIQUE INDEX ix_ab ON t (a, b);

CREATE INDEX ix_t_c ON t (c);

CREATE INDEX ix_d ON t (d);
