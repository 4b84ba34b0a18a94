INSERT INTO staff.shift (first, days) VALUES ('SAT', '{SAT,MON}'), ('MON', '{}'), ('SUN', DEFAULT);
INSERT INTO plan VALUES (1, 1, 'MON'), (1, 2, NULL), (2, 1, 'SAT')
