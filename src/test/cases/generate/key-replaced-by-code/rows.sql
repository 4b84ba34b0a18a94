INSERT INTO country (id, code) VALUES (1, 'CH'), (2, 'AT');
INSERT INTO city (id, country_id) VALUES (1, 2), (2, 1)
