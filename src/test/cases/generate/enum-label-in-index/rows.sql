INSERT INTO hero (state) VALUES ('B'), ('C')
