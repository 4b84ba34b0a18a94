DROP INDEX s.ix_t_a;

DROP INDEX ix_t_b;
