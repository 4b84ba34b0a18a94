-- Every spelling of a type, with synonyms, lengths, zones, arrays and collations.
CREATE SCHEMA app;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION hstore WITH SCHEMA public;
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', E'tab\there');
CREATE TYPE app."Mixed" AS ENUM ();
CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TABLE types (
  i1 int, i2 integer, i3 int4, i4 smallint, i5 int2, i6 bigint, i7 int8,
  n1 numeric, n2 numeric(7), n3 numeric(10, 3), n4 decimal(5,2), n5 dec,
  f1 real, f2 float4, f3 double precision, f4 float8, f5 float, f6 float(24), f7 float(25),
  c1 varchar, c2 varchar(50), c3 character varying(20), c4 char, c5 char(3), c6 character(2), c7 bpchar, c8 bpchar(4),
  c9 national character varying(9), c10 nchar(3), c11 text, c12 text COLLATE "C", c13 varchar(5) COLLATE pg_catalog."POSIX",
  b1 bool, b2 boolean, d1 date,
  t1 time, t2 time(3), t3 time with time zone, t4 timetz(2), t5 time (1) without time zone,
  s1 timestamp, s2 timestamp(3), s3 timestamp with time zone, s4 timestamptz, s5 timestamp(0) with time zone, s6 timestamp without time zone,
  v1 interval, v2 interval year to month, v3 interval(2), v4 interval day to second(4), v5 interval second (1),
  y1 bytea, j1 json, j2 jsonb, u1 uuid,
  x1 inet, x2 cidr, x3 macaddr, x4 bit, x5 bit(4), x6 bit varying(8), x7 varbit, x8 tsvector, x9 int4range, x10 money, x12 oid, x13 xml, x14 point, x15 regclass,
  m1 mood, m2 mood[], m3 app."Mixed", m4 public.mood, m5 email, m6 citext, m7 public.citext, m8 hstore,
  a1 int[], a2 int[][], a3 varchar(20)[], a4 int ARRAY, a5 text ARRAY[4], a6 int[3], a7 timestamp(3) with time zone[], a8 pg_catalog.int4, a9 pg_catalog.varchar(7)
);
