-- Alembic needs batch mode; the table is known here, so it is rebuilt.

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (a), 
    CONSTRAINT ck_t CHECK (a > 0), 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (a), 
    CONSTRAINT uq_t UNIQUE (a), 
    CONSTRAINT ck_t CHECK (a > 0)
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    CONSTRAINT uq_t UNIQUE (a), 
    CONSTRAINT ck_t CHECK (a > 0), 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE TABLE _alembic_tmp_t (
    a INTEGER NOT NULL, 
    CONSTRAINT pk_t PRIMARY KEY (a), 
    CONSTRAINT uq_t UNIQUE (a), 
    CONSTRAINT fk_t FOREIGN KEY(a) REFERENCES o (id)
);

INSERT INTO _alembic_tmp_t (a) SELECT t.a 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;
