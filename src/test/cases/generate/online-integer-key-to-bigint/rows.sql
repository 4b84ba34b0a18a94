INSERT INTO team (name) VALUES ('a'), ('b');
INSERT INTO team (name, boss_id) VALUES ('c', 1);
INSERT INTO hero (team_id) VALUES (1), (1), (3)
