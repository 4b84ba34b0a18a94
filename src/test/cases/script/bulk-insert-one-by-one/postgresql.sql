INSERT INTO t (a, b) VALUES (1, 'x');

INSERT INTO t (a, b) VALUES (2, 'it''s');

INSERT INTO t (a, b) VALUES (3, NULL);
