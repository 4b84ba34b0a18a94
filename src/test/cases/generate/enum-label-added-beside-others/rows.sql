INSERT INTO person (id) VALUES (1);
INSERT INTO ticket (id, name, priority, author_id) VALUES (1, 'a', 'high', 1), (2, 'b', 'low', NULL);
