INSERT INTO event (id, payload) VALUES (1, '{"b": 1, "a": [2]}')
