INSERT INTO city (id) VALUES (1), (2);
INSERT INTO trip (id, start_id, end_id, price) VALUES (1, 1, 2, 7), (2, NULL, 2, 9)
