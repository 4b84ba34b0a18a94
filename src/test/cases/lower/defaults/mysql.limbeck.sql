-- MySQL has no sequences; SQLAlchemy writes nextval() all the same.

CREATE TABLE t (
    a VARCHAR(10) DEFAULT 'x', 
    b VARCHAR(10) DEFAULT 'it''s', 
    c VARCHAR(10) DEFAULT 'a\\b', 
    d INTEGER DEFAULT '0', 
    e INTEGER NOT NULL DEFAULT 42, 
    f VARCHAR(40) DEFAULT '2020-01-01', 
    g VARCHAR(10) DEFAULT ''
);

CREATE TABLE functions (
    a DATETIME NOT NULL DEFAULT (now()), 
    b DATETIME DEFAULT (now()), 
    c DATETIME DEFAULT CURRENT_TIMESTAMP, 
    d CHAR(32) DEFAULT (gen_random_uuid()), 
    e INTEGER DEFAULT (1 + 1), 
    f INTEGER DEFAULT (1 + 1)
);

CREATE TABLE booleans (
    a BOOL NOT NULL DEFAULT true, 
    b BOOL DEFAULT false, 
    c BOOL DEFAULT true
);

-- refused
