DROP INDEX ix_a;

DROP INDEX ix_t_b;
