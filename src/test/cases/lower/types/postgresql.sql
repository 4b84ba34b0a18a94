CREATE TABLE numbers (
    a SMALLINT, 
    b INTEGER, 
    c BIGINT, 
    d NUMERIC, 
    e NUMERIC(10), 
    f NUMERIC(10, 2), 
    g FLOAT, 
    h FLOAT(24), 
    i DOUBLE PRECISION, 
    j REAL
);

CREATE TABLE texts (
    a VARCHAR(10), 
    b TEXT, 
    c CHAR(3), 
    d CHAR, 
    e VARCHAR(5), 
    f TEXT, 
    g VARCHAR(10) COLLATE german
);

CREATE TABLE unlimited (
    a VARCHAR
);

CREATE TABLE others (
    a BOOLEAN, 
    b DATE, 
    c TIME WITHOUT TIME ZONE, 
    d TIMESTAMP WITHOUT TIME ZONE, 
    e TIMESTAMP WITH TIME ZONE, 
    f TIME WITH TIME ZONE, 
    g BYTEA, 
    h JSON, 
    i UUID, 
    j CHAR(32), 
    k INTERVAL
);

CREATE TABLE labels (
    a VARCHAR(6), 
    b VARCHAR(40)
);

CREATE TABLE mixed (
    a JSONB, 
    b BIGINT, 
    c VARCHAR(9)
);
