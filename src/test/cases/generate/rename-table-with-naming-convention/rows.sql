INSERT INTO author (name) VALUES ('a');
INSERT INTO book (title, pages, author_id) VALUES ('t', 3, 1)
