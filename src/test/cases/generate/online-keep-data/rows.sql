INSERT INTO hero (name, motto, rank) VALUES ('ann', 'on', 1), ('cy', NULL, 2);
INSERT INTO deed (hero_id, what) VALUES (1, 'won')
