INSERT INTO ticket (title, state) VALUES ('a', 'NEW'), ('b', 'OPEN'), ('c', 'WAITING');
INSERT INTO ticket (title) VALUES ('d');
INSERT INTO ticket (title, state) VALUES ('e', 'CLOSED')
