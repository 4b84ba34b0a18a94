INSERT INTO hero (name, secret_name) VALUES ('ann', 'b'), ('cy', 'd');
INSERT INTO hero (secret_name) VALUES ('e')
