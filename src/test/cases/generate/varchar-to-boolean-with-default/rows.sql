INSERT INTO feature (id, enabled) VALUES (1, 'true'), (2, 'false')
