CREATE TABLE own (
    a TINYINT(1), 
    b BIGINT(20) UNSIGNED, 
    c INTEGER UNSIGNED, 
    d LONGTEXT, 
    e DATETIME(6), 
    f SET('a','b'), 
    g YEAR, 
    h MEDIUMBLOB, 
    i BLOB(300)
);
