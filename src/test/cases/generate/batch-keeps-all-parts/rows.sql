INSERT INTO part (id, code, weight) VALUES (1, 'A', 7), (2, NULL, 8)
