CREATE TABLE t (
    a TINYINT(1), 
    b LONGTEXT, 
    c MEDIUMTEXT, 
    d DATETIME(6), 
    e INTEGER UNSIGNED, 
    f BIGINT UNSIGNED, 
    g DOUBLE, 
    h JSON, 
    i VARCHAR(20)
);
