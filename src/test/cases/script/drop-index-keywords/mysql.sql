DROP INDEX ix_t_a ON s.t;

DROP INDEX ix_t_b ON t;
