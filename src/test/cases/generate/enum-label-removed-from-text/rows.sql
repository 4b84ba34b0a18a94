INSERT INTO pet (id, kind) VALUES (1, 'CAT'), (2, 'DOG'), (3, 'HOUND'), (4, 'FISH');
INSERT INTO shelter (id, takes) VALUES (1, NULL), (2, 'FISH'), (3, 'HOUND')
