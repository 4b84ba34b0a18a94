INSERT INTO seat (id, code, row) VALUES (1, 'a', 3), (2, 'b', NULL)
