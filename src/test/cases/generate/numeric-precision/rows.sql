INSERT INTO price (amount) VALUES (12.34)
