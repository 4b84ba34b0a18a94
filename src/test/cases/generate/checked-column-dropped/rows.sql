INSERT INTO parcel (id, weight, height) VALUES (1, 7, 8)
