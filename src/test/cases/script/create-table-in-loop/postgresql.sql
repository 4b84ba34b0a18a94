CREATE TABLE t_a (
    id SERIAL NOT NULL, 
    c0 INTEGER, 
    c1 INTEGER, 
    PRIMARY KEY (id)
);

CREATE TABLE t_b (
    id SERIAL NOT NULL, 
    c0 INTEGER, 
    c1 INTEGER, 
    PRIMARY KEY (id)
);
