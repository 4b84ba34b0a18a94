INSERT INTO hero (a, b) VALUES ('A', 'C'), ('B', 'C')
