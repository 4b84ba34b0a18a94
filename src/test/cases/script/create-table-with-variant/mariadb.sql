CREATE TABLE t (
    a JSON, 
    b VARCHAR(30)
);
