CREATE TABLE t (
    id SERIAL NOT NULL, 
    name VARCHAR(12) NOT NULL, 
    free VARCHAR, 
    PRIMARY KEY (id)
);
