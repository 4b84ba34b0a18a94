UPDATE t SET a = 1 WHERE b = 'x';

INSERT INTO t (b, a) VALUES ('it''s', 1);

INSERT INTO t (b, a) VALUES ('y', 2);
