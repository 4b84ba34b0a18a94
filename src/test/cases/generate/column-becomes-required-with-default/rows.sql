INSERT INTO hero (id, name, secret_name, age) VALUES (1, 'a', 'b', 7), (2, 'c', 'd', NULL)
