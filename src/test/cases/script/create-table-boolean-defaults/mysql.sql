CREATE TABLE t (
    a BOOL DEFAULT true, 
    b BOOL NOT NULL DEFAULT false
);
