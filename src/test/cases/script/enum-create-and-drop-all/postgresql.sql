CREATE TYPE mood AS ENUM ('sad', 'glad');

ALTER TABLE t ADD COLUMN mood mood;

ALTER TABLE t DROP COLUMN mood;

DROP TYPE mood;

CREATE TYPE one AS ENUM ('a');
