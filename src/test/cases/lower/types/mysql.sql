CREATE TABLE numbers (
    a SMALLINT, 
    b INTEGER, 
    c BIGINT, 
    d NUMERIC, 
    e NUMERIC(10), 
    f NUMERIC(10, 2), 
    g FLOAT, 
    h FLOAT(24), 
    i DOUBLE, 
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

-- refused

CREATE TABLE others (
    a BOOL, 
    b DATE, 
    c TIME, 
    d DATETIME, 
    e DATETIME, 
    f TIME, 
    g BLOB, 
    h JSON, 
    i CHAR(32), 
    j CHAR(32), 
    k DATETIME
);

CREATE TABLE labels (
    a VARCHAR(6), 
    b VARCHAR(40)
);

CREATE TABLE mixed (
    a JSON, 
    b BIGINT, 
    c TEXT
);
