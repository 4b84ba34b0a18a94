CREATE INDEX ix_t_a ON t (a, b);

CREATE INDEX ix_x ON t (a);
