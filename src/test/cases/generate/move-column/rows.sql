INSERT INTO person (name, motto) VALUES ('a', 'x'), ('b', 'y');
INSERT INTO profile (person_id) VALUES (2), (1)
