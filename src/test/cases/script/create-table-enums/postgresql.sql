CREATE TYPE mood AS ENUM ('sad', 'glad');

CREATE TABLE t (
    id SERIAL NOT NULL, 
    m mood, 
    n mood, 
    PRIMARY KEY (id)
);

CREATE TABLE u (
    id SERIAL NOT NULL, 
    m other, 
    PRIMARY KEY (id)
);

ALTER TABLE u ADD COLUMN m2 third;
