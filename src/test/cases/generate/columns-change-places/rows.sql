INSERT INTO span (id, first, last) VALUES (1, 1, 2)
