CREATE TABLE t (
    id SERIAL NOT NULL, 
    a VARCHAR(5), 
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_t_a ON t (a);
