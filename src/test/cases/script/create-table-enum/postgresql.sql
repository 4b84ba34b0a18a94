CREATE TYPE mood AS ENUM ('sad', 'glad');

CREATE TABLE t (
    mood mood DEFAULT 'sad' NOT NULL
);
