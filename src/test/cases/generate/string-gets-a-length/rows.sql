INSERT INTO tag (id, name) VALUES (1, 'short'), (2, 'a longer name')
