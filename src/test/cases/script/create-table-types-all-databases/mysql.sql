CREATE TABLE t (
    a INTEGER NOT NULL AUTO_INCREMENT, 
    b BIGINT, 
    c SMALLINT, 
    d VARCHAR(50) NOT NULL, 
    e TEXT, 
    f BOOL NOT NULL, 
    g DATETIME, 
    h DATE, 
    i TIME, 
    j NUMERIC(10, 2), 
    k FLOAT, 
    l JSON, 
    m BLOB, 
    n CHAR(32), 
    PRIMARY KEY (a)
);
