CREATE TABLE s.t (
    id SERIAL NOT NULL, 
    o INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(o) REFERENCES s.o (id)
);
