CREATE TABLE t (
    a UUID DEFAULT gen_random_uuid() NOT NULL, 
    b JSONB DEFAULT '{}'::jsonb, 
    c VARCHAR(10)[], 
    d INET, 
    e TSVECTOR, 
    f INTERVAL, 
    g DOUBLE PRECISION, 
    h TIMESTAMP(3) WITH TIME ZONE, 
    i BYTEA, 
    j INT4RANGE, 
    k CITEXT, 
    l MONEY, 
    m BIT(3), 
    n MACADDR
);
