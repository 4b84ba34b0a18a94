INSERT INTO line (id, price, amount) VALUES (1, 3, 4)
