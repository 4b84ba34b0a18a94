-- SQLite has no comments: nothing is to do.

ALTER TABLE t ADD COLUMN c INTEGER;
