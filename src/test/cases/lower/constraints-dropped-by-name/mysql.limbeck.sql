-- MySQL 8.0.19 and newer know DROP CONSTRAINT; Alembic asks for the kind.

ALTER TABLE s.t DROP CONSTRAINT anything;

ALTER TABLE t DROP CONSTRAINT anything;
