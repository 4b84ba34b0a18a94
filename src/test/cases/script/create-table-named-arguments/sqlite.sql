CREATE TABLE t (
    id INTEGER NOT NULL, 
    x TEXT, 
    PRIMARY KEY (id)
);

CREATE TABLE u (
    id INTEGER NOT NULL, 
    y TEXT, 
    PRIMARY KEY (id)
);
