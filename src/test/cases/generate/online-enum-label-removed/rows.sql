INSERT INTO ticket (title, state) VALUES ('a', 'NEW'), ('b', 'OPEN'), ('c', 'WAITING'), ('d', DEFAULT), ('e', 'CLOSED')
