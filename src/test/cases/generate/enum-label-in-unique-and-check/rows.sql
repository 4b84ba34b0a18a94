INSERT INTO seat (id, `row`, state) VALUES (1, 1, 'free'), (2, 2, 'held')
