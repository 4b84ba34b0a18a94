INSERT INTO team (name) VALUES ('a'), ('b');
INSERT INTO player (team_id, color) VALUES (1, 'red'), (2, 'blue'), (2, 'red');
INSERT INTO match (winner_id) VALUES (2), (1)
