INSERT INTO t (a, b) VALUES (1, 'x');

INSERT INTO t (a, b) VALUES (2, NULL);

CREATE TABLE u (
    id SERIAL NOT NULL, 
    n VARCHAR(5), 
    PRIMARY KEY (id)
);

INSERT INTO u (id, n) VALUES (1, 'one');
