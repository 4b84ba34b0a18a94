INSERT INTO hero VALUES (1, 2), (2, 1);
INSERT INTO deed (a, b) VALUES (1, 2)
