CREATE INDEX ix_a ON s.t (a);
