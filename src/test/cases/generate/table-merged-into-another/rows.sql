INSERT INTO home VALUES (1,'s','c');
INSERT INTO customer VALUES (1,'n',1),(2,'m',NULL)
