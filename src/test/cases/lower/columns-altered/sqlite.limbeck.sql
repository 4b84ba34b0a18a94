-- SQLite runs none of Alembic's ALTER COLUMN forms: the table is rebuilt, as in batch mode.

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a BIGINT
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER DEFAULT '5'
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER DEFAULT 6
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

ALTER TABLE t RENAME COLUMN a TO z;

CREATE TABLE _alembic_tmp_t (
    a VARCHAR(20) DEFAULT 'x' NOT NULL
);

INSERT INTO _alembic_tmp_t (a) SELECT CAST(t.a AS VARCHAR(20)) AS a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

ALTER TABLE t RENAME COLUMN a TO z;
