DROP INDEX s.ix_a;
