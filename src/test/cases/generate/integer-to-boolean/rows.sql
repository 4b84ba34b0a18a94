INSERT INTO task (flag) VALUES (0), (1)
