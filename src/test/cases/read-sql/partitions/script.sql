CREATE TABLE owner (id integer PRIMARY KEY);
CREATE TABLE entry (
    id integer NOT NULL,
    owner_id integer REFERENCES owner (id),
    note text CONSTRAINT ck_note CHECK (note <> ''),
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX ix_entry_note ON entry (note);
CREATE TABLE entry_low PARTITION OF entry FOR VALUES FROM (0) TO (100);
CREATE TABLE entry_mid (
    id integer NOT NULL,
    owner_id integer REFERENCES owner (id),
    note text CONSTRAINT ck_note CHECK (note <> ''),
    PRIMARY KEY (id)
);
CREATE TABLE "entry High" (
    id integer CONSTRAINT pk_high PRIMARY KEY,
    owner_id integer CONSTRAINT fk_own REFERENCES owner (id),
    note text CONSTRAINT ck_note CHECK (note <> ''),
    CONSTRAINT ck_own CHECK (id > 0)
);
CREATE INDEX ix_high ON "entry High" (note);
CREATE TABLE entry_rest (id integer NOT NULL, owner_id integer, note text, CONSTRAINT ck_note CHECK (note <> ''));
ALTER TABLE entry ATTACH PARTITION entry_mid FOR VALUES FROM (100) TO (200);
ALTER TABLE ONLY entry ATTACH PARTITION "entry High" FOR VALUES FROM (200) TO (maxvalue);
ALTER TABLE entry ATTACH PARTITION entry_rest DEFAULT;
ALTER TABLE entry ADD COLUMN later date;
ALTER TABLE entry DETACH PARTITION entry_low;
ALTER TABLE entry DETACH PARTITION entry_rest;
ALTER TABLE entry_low ADD COLUMN more integer;
CREATE TABLE app_kind (kind text NOT NULL, code text) PARTITION BY LIST (kind);
CREATE TABLE app_kind_a (kind text NOT NULL, code text);
ALTER TABLE app_kind ATTACH PARTITION app_kind_a FOR VALUES IN ('a', 'b');
