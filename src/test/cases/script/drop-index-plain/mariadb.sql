DROP INDEX ix_a ON t;

DROP INDEX ix_t_b ON t;
