DROP INDEX ix_a ON s.t;
