INSERT INTO shirt (size, second) VALUES ('S', 'L'), ('M', NULL), ('L', 'L')
