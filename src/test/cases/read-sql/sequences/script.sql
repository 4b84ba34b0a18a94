-- Sequences that belong to columns, in the orders people make them.
CREATE TABLE a (id int PRIMARY KEY, other bigint NOT NULL);
CREATE SEQUENCE a_id_seq;
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('a_id_seq');
ALTER SEQUENCE a_id_seq OWNED BY a.id;
CREATE SEQUENCE IF NOT EXISTS other_counter AS INTEGER OWNED BY a.other;
ALTER TABLE a ALTER COLUMN other SET DEFAULT nextval('other_counter'::regclass);
CREATE TABLE b (id serial PRIMARY KEY);
ALTER SEQUENCE b_id_seq RESTART WITH 100;
SELECT setval('b_id_seq', coalesce((SELECT max(id) FROM b), 1));
ALTER TABLE b ALTER COLUMN id SET DEFAULT nextval('b_id_seq'::regclass);
CREATE SEQUENCE unowned;
CREATE TABLE c (id int DEFAULT nextval('unowned'));
CREATE TABLE d (id serial);
ALTER TABLE d ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE d_id_seq;
