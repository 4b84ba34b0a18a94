CREATE TABLE t (
    a TEXT, 
    b INTEGER
);

CREATE INDEX ix_low ON t (lower(a));

CREATE INDEX ix_desc ON t (a, b DESC);
