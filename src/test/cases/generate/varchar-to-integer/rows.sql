INSERT INTO account (id, code) VALUES (1, '17'), (2, '4')
