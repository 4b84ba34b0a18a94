INSERT INTO shift (id, days) VALUES (1, '{SAT,MON}'), (2, '{}')
