CREATE TYPE mood AS ENUM ('a', 'b');

CREATE TYPE other AS ENUM ('x');

ALTER TABLE t ADD COLUMN m mood;

DROP TYPE mood;
