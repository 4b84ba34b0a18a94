CREATE TABLE t (
    a INTEGER NOT NULL, 
    b VARCHAR(10), 
    CONSTRAINT uq_ab UNIQUE (a, b), 
    CONSTRAINT ck_a CHECK (a > 0), 
    UNIQUE (b)
);
