INSERT INTO parcel (id, weight, height, fragile) VALUES (1, 7, 8, TRUE), (2, NULL, 9, FALSE)
