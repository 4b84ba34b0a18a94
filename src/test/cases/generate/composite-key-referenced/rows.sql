INSERT INTO room (building, number) VALUES (1, 2);
INSERT INTO booking (building, number) VALUES (1, 2)
