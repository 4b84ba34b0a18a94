INSERT INTO user () VALUES ();
INSERT INTO user () VALUES ();
INSERT INTO setting (user_id, theme) VALUES (2, 'dark')
