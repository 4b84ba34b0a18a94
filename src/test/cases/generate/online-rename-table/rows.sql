INSERT INTO hero (name) VALUES ('a'), ('b');
INSERT INTO deed (hero_id) VALUES (2)
