INSERT INTO ticket VALUES (1,'open',NULL),(2,'closed','2020-01-01')
