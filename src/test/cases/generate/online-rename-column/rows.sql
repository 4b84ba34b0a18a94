INSERT INTO hero (name, secret_name) VALUES ('ann', 'b'), ('cy', 'd'), (DEFAULT, 'e')
