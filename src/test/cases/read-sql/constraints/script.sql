-- Constraints of columns and of tables, named and unnamed.
CREATE TABLE parent (
  id integer PRIMARY KEY,
  code text NOT NULL UNIQUE,
  region text CONSTRAINT region_required NOT NULL,
  CONSTRAINT uq_code UNIQUE (region, code),
  CONSTRAINT uq_include UNIQUE (code) INCLUDE (region),
  UNIQUE NULLS NOT DISTINCT (region)
);
CREATE EXTENSION btree_gist;
CREATE TABLE child (
  id bigint GENERATED ALWAYS AS IDENTITY,
  parent_id integer REFERENCES parent,
  other_id integer CONSTRAINT fk_other REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  third_id integer NULL REFERENCES public.parent ON UPDATE RESTRICT ON DELETE SET DEFAULT,
  region text, code text,
  price numeric CHECK (price > 0), room integer CHECK (room > 0 AND (room < 10)) CHECK (room <> price),
  during tstzrange,
  total numeric GENERATED ALWAYS AS (price * 2) STORED,
  PRIMARY KEY (id),
  FOREIGN KEY (region, code) REFERENCES parent (region, code) MATCH FULL ON DELETE NO ACTION,
  CONSTRAINT price_or_room CHECK ((price > 0 OR room IS NOT NULL)),
  CHECK (1 < 2),
  UNIQUE (room, price) DEFERRABLE,
  CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0),
  EXCLUDE USING btree (code WITH =)
);
ALTER TABLE child ADD CONSTRAINT fk_later FOREIGN KEY (room) REFERENCES parent (id) NOT VALID;
ALTER TABLE child ADD CONSTRAINT check_later CHECK (id <> 0) NOT VALID;
ALTER TABLE child ADD CHECK (id <> 1), ADD UNIQUE (code), ADD FOREIGN KEY (third_id) REFERENCES parent;
ALTER TABLE ONLY child VALIDATE CONSTRAINT check_later;
ALTER TABLE child RENAME CONSTRAINT price_or_room TO price_and_room;
ALTER TABLE child DROP CONSTRAINT IF EXISTS missing, DROP CONSTRAINT child_room_price_key CASCADE;
ALTER TABLE child ALTER CONSTRAINT fk_later DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX CONCURRENTLY ix_room ON child (room, id);
ALTER TABLE child ADD CONSTRAINT uq_room UNIQUE USING INDEX ix_room;
CREATE TABLE keyless (a int NOT NULL, b int);
CREATE UNIQUE INDEX ix_keyless ON keyless (a);
ALTER TABLE keyless ADD PRIMARY KEY USING INDEX ix_keyless;
ALTER TABLE "keyless" ADD COLUMN c int UNIQUE REFERENCES parent CHECK (c > 0), ADD d int NOT NULL DEFAULT 1;
CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree, up2 int, FOREIGN KEY (up2) REFERENCES tree ON DELETE CASCADE);
