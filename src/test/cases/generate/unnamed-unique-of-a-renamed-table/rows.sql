INSERT INTO trip (id, code, year) VALUES (1, 'A', 2020), (2, 'A', 2021)
