INSERT INTO ticket (title, state) VALUES ('a', 'NEW'), ('b', 'OPEN'), ('c', 'WAITING'), ('d', 'SOLVED'), ('e', 'CLOSED')
