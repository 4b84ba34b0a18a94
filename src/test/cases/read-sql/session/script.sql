-- Statements that leave the schema as it is, in one text with others.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET search_path TO public, pg_catalog;
CREATE TABLE t (id int PRIMARY KEY, a text);
LOCK TABLE t IN ACCESS EXCLUSIVE MODE;
INSERT INTO t VALUES (1, 'semi;colon'), (2, E'quote\';'), (3, $$dollar;$$);
UPDATE t SET a = 'x' WHERE id = 1;
DELETE FROM t USING t AS u WHERE t.id = u.id AND u.id = 3;
SELECT pg_advisory_xact_lock(1);
/* nested /* comment; */ ; */
COMMIT;
ANALYZE t;
RESET ALL;
TRUNCATE TABLE t;;
;
