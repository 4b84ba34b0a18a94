ALTER TABLE t ADD COLUMN owner VARCHAR(36);

CREATE INDEX ix_t_owner ON t (owner);

ALTER TABLE u ADD COLUMN owner VARCHAR(36);

CREATE INDEX ix_u_owner ON u (owner);
