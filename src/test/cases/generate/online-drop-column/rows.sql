INSERT INTO hero (name, secret_name) VALUES ('a', 'b'), ('c', 'd')
