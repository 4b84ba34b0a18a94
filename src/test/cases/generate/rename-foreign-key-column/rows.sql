INSERT INTO team (id, name, headquarters) VALUES (1, 'a', 'b');
INSERT INTO hero (id, name, secret_name, team_id) VALUES (1, 'a', 'b', 1)
