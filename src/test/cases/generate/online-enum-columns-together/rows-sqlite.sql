INSERT INTO parcel (ordered, sent, place) VALUES ('S', 'M', 1), ('XL', NULL, 2), ('L', 'L', 3);
INSERT INTO parcel (ordered, place) VALUES ('M', 4)
