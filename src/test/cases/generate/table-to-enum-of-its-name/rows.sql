INSERT INTO status VALUES (1,'open'),(2,'closed');
INSERT INTO ticket VALUES (1,1),(2,2)
