INSERT INTO line (pieces, text) VALUES (24, 'a'), (30, NULL)
