INSERT INTO team (name, headquarters) VALUES ('a', 'b');
INSERT INTO hero (name, secret_name, team_id) VALUES ('x', 'y', 1)
