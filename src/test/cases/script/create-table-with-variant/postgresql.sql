CREATE TABLE t (
    a JSONB, 
    b VARCHAR(30)
);
