CREATE TABLE t (
    id INTEGER NOT NULL, 
    name VARCHAR(12) NOT NULL, 
    free VARCHAR, 
    PRIMARY KEY (id)
);
