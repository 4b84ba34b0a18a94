INSERT INTO part (id, state, weight, size) VALUES (1, 'used', 7, 8)
