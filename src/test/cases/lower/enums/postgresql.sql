CREATE TYPE mood AS ENUM ('sad', 'it''s ok');

CREATE TABLE t (
    m mood DEFAULT 'sad' NOT NULL
);

ALTER TABLE t ADD COLUMN n mood;

CREATE TYPE s."Kind" AS ENUM ('A', 'B');

CREATE TABLE s.u (
    m s."Kind"
);
