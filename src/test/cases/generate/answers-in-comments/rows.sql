INSERT INTO note (txt, pages) VALUES ('a', '12'), ('b', '')
