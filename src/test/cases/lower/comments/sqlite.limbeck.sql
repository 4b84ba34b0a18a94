-- SQLite has no comments: Alembic's COMMENT ON is a syntax error there.

CREATE TABLE t (
    a INTEGER, 
    b VARCHAR(5) DEFAULT 'x' NOT NULL
);
