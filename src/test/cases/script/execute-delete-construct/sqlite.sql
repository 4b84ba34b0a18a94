DELETE FROM t;

DELETE FROM t WHERE t.a = 5;

DELETE FROM t WHERE t.a > 1 AND t.b != 'z';
