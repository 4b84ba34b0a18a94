INSERT INTO hero (name, secret_name, age) VALUES ('a', 'b', 30)
