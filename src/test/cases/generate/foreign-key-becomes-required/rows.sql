INSERT INTO team (id, name, headquarters) VALUES (3, 'a', 'b'), (4, 'c', 'd');
INSERT INTO hero (name, secret_name, team_id) VALUES ('x', 'y', 4), ('z', 'z', NULL)
