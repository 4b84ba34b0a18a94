INSERT INTO team (id, name, headquarters) VALUES (1, 'a', 'b');
INSERT INTO hero (id, name, secret_name) VALUES (1, 'a', 'b')
