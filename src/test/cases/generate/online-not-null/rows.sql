INSERT INTO hero (name, secret_name, age) VALUES ('a', 'b', NULL), ('c', 'd', 7)
