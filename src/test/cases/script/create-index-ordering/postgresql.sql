CREATE TABLE t (
    a TEXT, 
    b TEXT, 
    c TEXT
);

CREATE INDEX ix_t ON t (a DESC, b DESC NULLS LAST, (a || b));

CREATE INDEX ix_u ON t (a DESC, b NULLS FIRST, c);

CREATE INDEX ix_v ON t USING gist (lower(a), c);
