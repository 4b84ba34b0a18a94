CREATE TYPE mood AS ENUM ('sad', 'glad');

CREATE TABLE t (
    mood mood
);

CREATE TABLE u (
    mood mood
);
