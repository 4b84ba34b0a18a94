CREATE TABLE t (
    id INTEGER NOT NULL, 
    name VARCHAR(20), 
    PRIMARY KEY (id)
);

INSERT INTO t (id, name) VALUES (1, 'a');
