INSERT INTO city (id) VALUES (1), (2);
INSERT INTO trip (id, start_id, over_id, end_id, home_id) VALUES (1, 1, 2, 1, 2), (2, NULL, NULL, 2, NULL)
