CREATE INDEX ix_t_a ON t (a);

CREATE UNIQUE INDEX ix_t_a_b ON t (a, b);

CREATE INDEX ix_t_a ON s.t (a);

CREATE INDEX IF NOT EXISTS ix_t_a ON t (a);

CREATE INDEX ix_t_a ON t (a DESC, b);

DROP INDEX ix_t_a ON t;

DROP INDEX ix_t_a ON s.t;

DROP INDEX IF EXISTS ix_t_a ON t;

CREATE TABLE u (
    a INTEGER
);

CREATE INDEX ix_u_a ON u (a);
