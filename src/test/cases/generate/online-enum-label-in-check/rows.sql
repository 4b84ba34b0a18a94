INSERT INTO hero (name, state) VALUES ('x', 'B'), ('y', 'C')
