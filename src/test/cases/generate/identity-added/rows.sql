INSERT INTO ticket (id, title) VALUES (7, 'a'), (9, 'b')
