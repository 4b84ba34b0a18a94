INSERT INTO task (title, level, code, note) VALUES ('a', 'high', 'x', NULL), ('b', 'low', 'y', 'some')
