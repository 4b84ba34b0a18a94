INSERT INTO item (id, price) VALUES (1, 0.29), (2, 1.15), (3, 20000000.00)
