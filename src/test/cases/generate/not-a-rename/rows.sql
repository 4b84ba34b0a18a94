INSERT INTO hero (id, name, secret_name) VALUES (1, 'a', 'b')
