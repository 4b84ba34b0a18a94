INSERT INTO team (id, name, above_id) VALUES (1, 'A', NULL), (2, NULL, 1);
INSERT INTO member (id, team_id) VALUES (1, 1), (2, 2);
INSERT INTO guest (id, team_id) VALUES (1, 2)
