CREATE TABLE t (
    a SERIAL NOT NULL, 
    b BIGINT, 
    c SMALLINT, 
    d VARCHAR(50) NOT NULL, 
    e TEXT, 
    f BOOLEAN NOT NULL, 
    g TIMESTAMP WITHOUT TIME ZONE, 
    h DATE, 
    i TIME WITHOUT TIME ZONE, 
    j NUMERIC(10, 2), 
    k FLOAT, 
    l JSON, 
    m BYTEA, 
    n UUID, 
    PRIMARY KEY (a)
);
