INSERT INTO t (a, b) VALUES (1, 'x');

INSERT INTO t (a) VALUES (2);
