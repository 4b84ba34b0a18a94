-- Defaults in the forms that the catalog brings back to one.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE counter;
CREATE SEQUENCE "Odd Counter";
CREATE TABLE defaults (
  id serial PRIMARY KEY,
  a1 int DEFAULT 0, a2 int DEFAULT -1, a3 bigint DEFAULT '7', a4 int DEFAULT '8'::integer, a5 int DEFAULT (3), a6 numeric(4,2) DEFAULT 1.50, a7 int DEFAULT +4, a8 real DEFAULT 0, a9 double precision DEFAULT '1.5', a10 int DEFAULT 1 + 1,
  a11 bigint DEFAULT 10000000000, a12 numeric DEFAULT '-2.5', a13 smallint DEFAULT '-3'::smallint,
  b1 boolean DEFAULT true, b2 boolean DEFAULT FALSE, b3 boolean DEFAULT 't', b4 bool NOT NULL DEFAULT 'off', b5 boolean DEFAULT 'true'::boolean, b6 boolean DEFAULT (NOT true),
  c1 text DEFAULT 'x', c2 text DEFAULT 'it''s', c3 varchar(9) DEFAULT 'x'::text, c4 varchar DEFAULT '', c5 text DEFAULT E'a\\b', c6 char(2) DEFAULT 'ab'::bpchar, c7 text DEFAULT NULL, c8 varchar(255) DEFAULT NULL::character varying, c9 text DEFAULT NULL::text,
  c10 text DEFAULT 'a' || 'b', c11 text DEFAULT CAST('q' AS text), c12 text DEFAULT $$dollar$$, c13 varchar(5) NOT NULL DEFAULT ('y'),
  d1 timestamptz DEFAULT now(), d2 timestamp DEFAULT CURRENT_TIMESTAMP, d3 timestamptz NOT NULL DEFAULT (now()), d4 timestamp DEFAULT (now() AT TIME ZONE 'utc'), d5 date DEFAULT CURRENT_DATE, d6 timestamp DEFAULT timezone('utc'::text, now()), d7 timestamptz(3) DEFAULT CURRENT_TIMESTAMP(3), d8 timestamp DEFAULT pg_catalog.now(),
  e1 mood DEFAULT 'ok', e2 mood DEFAULT 'sad'::mood NOT NULL, e3 jsonb DEFAULT '{}'::jsonb, e4 jsonb DEFAULT '[]', e5 text[] DEFAULT '{}', e6 text[] DEFAULT ARRAY[]::text[], e7 uuid DEFAULT gen_random_uuid(), e8 interval DEFAULT '1 day', e9 int[] DEFAULT ARRAY[1, 2], e10 text[] DEFAULT '{}'::text[],
  f1 bigint DEFAULT nextval('counter'), f2 bigint DEFAULT nextval('public.counter'::regclass), f3 bigint DEFAULT nextval('"Odd Counter"'),
  g1 text DEFAULT CASE WHEN 1 IS NOT NULL THEN 'n' ELSE 'm' END NOT NULL CHECK (g1 <> ''), g2 text DEFAULT 'c' COLLATE "C", g3 int DEFAULT 5 UNIQUE
);
