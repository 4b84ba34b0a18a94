INSERT INTO part (id, flags, count, notes, updated) VALUES (1, 'a', 3, 'x', '2024-01-01 10:00:00');
INSERT INTO stock (id, part_id) VALUES (1, 1)
