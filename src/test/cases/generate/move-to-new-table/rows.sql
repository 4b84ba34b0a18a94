INSERT INTO person (name, street, city) VALUES ('a', 'High St', NULL), ('b', NULL, NULL), ('c', 'Low St', 'Ulm')
