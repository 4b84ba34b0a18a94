INSERT INTO parcel (id, note) VALUES (1, 'fragile')
