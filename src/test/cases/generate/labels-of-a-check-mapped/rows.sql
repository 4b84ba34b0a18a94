INSERT INTO parcel (id, size) VALUES (1, 's'), (2, 'm'), (3, 'big')
