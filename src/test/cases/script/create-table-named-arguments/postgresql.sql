CREATE TABLE t (
    id SERIAL NOT NULL, 
    x TEXT, 
    PRIMARY KEY (id)
);

CREATE TABLE u (
    id SERIAL NOT NULL, 
    y TEXT, 
    PRIMARY KEY (id)
);
