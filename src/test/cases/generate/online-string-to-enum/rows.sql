INSERT INTO orders (status) VALUES ('PAID'), ('NEW'), (DEFAULT)
