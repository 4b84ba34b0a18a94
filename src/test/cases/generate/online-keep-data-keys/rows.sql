INSERT INTO seat VALUES ('PILOT', 1, 'ann', 'blue'), ('CREW', 1, 'bo', DEFAULT);
INSERT INTO log."Trip" ("from", "to") VALUES ('a', 'b'), ('c', 'd');
INSERT INTO event VALUES ('start'), ('start')
