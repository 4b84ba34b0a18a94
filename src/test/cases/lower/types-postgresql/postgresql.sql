CREATE TABLE arrays (
    a INTEGER[], 
    b VARCHAR(5)[][], 
    c VARCHAR(5)[] COLLATE "C"
);

CREATE TABLE own (
    a INET, 
    b CIDR, 
    c TSVECTOR, 
    d CITEXT, 
    e HSTORE, 
    f INT4RANGE, 
    g TSTZRANGE, 
    h OID, 
    i MONEY, 
    j BIT(8), 
    k BIT VARYING(9), 
    l MACADDR, 
    m BIT VARYING, 
    n JSONPATH, 
    o DATEMULTIRANGE
);

CREATE TABLE "binary" (
    a JSONB
);

CREATE TABLE times (
    a TIMESTAMP(3) WITHOUT TIME ZONE, 
    b TIMESTAMP(0) WITH TIME ZONE, 
    c TIME(2) WITH TIME ZONE, 
    d INTERVAL (3), 
    e INTERVAL DAY TO SECOND, 
    f INTERVAL YEAR
);
