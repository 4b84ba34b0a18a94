-- Alembic needs batch mode; the table is known here, so it is rebuilt.

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    b INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (a, b)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT uq_t UNIQUE (a, b)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE s._alembic_tmp_t (
    a INTEGER, 
    CONSTRAINT uq_t UNIQUE (a)
);

INSERT INTO s._alembic_tmp_t (a) SELECT s.t.a 
FROM s.t;

DROP TABLE s.t;

ALTER TABLE s._alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    UNIQUE (a)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT uq_t UNIQUE (a) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT ck_t CHECK (a > 0)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id) ON DELETE CASCADE ON UPDATE RESTRICT
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE s._alembic_tmp_t (
    a INTEGER, 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO s._alembic_tmp_t (a) SELECT s.t.a 
FROM s.t;

DROP TABLE s.t;

ALTER TABLE s._alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    FOREIGN KEY(a, b) REFERENCES o (x, y)
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER, 
    b INTEGER, 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO _alembic_tmp_t (a, b) SELECT t.a, t.b 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;
