INSERT INTO task (state) VALUES (true), (false)
