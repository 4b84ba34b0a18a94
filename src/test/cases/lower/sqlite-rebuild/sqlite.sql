CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a INTEGER DEFAULT 'x' NOT NULL, 
    "order" INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, "order") SELECT t.id, CAST(t.a AS INTEGER) AS a, t."order" 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(10) DEFAULT 'x', 
    "order" INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_t UNIQUE ("order")
);

INSERT INTO _alembic_tmp_t (id, a, "order") SELECT t.id, t.a, t."order" 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(10) DEFAULT 'x', 
    "order" INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_t FOREIGN KEY("order") REFERENCES o (id) ON DELETE CASCADE
);

INSERT INTO _alembic_tmp_t (id, a, "order") SELECT t.id, t.a, t."order" 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(10) DEFAULT 'x', 
    "order" INTEGER, 
    at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, "order") SELECT t.id, t.a, t."order" 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

CREATE TABLE _alembic_tmp_t (
    id INTEGER NOT NULL, 
    a VARCHAR(10), 
    "order" INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO _alembic_tmp_t (id, a, "order") SELECT t.id, t.a, t."order" 
FROM t;

DROP TABLE t;

ALTER TABLE _alembic_tmp_t RENAME TO t;

CREATE INDEX ix_t_a ON t (a);

CREATE TABLE s._alembic_tmp_t (
    id INTEGER NOT NULL, 
    p INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO s._alembic_tmp_t (id, p) SELECT s.t.id, s.t.p 
FROM s.t;

DROP TABLE s.t;

ALTER TABLE s._alembic_tmp_t RENAME TO t;
