INSERT INTO line (id, amount) VALUES (1, 7)
