INSERT INTO a (id,state) VALUES (1,'GONE');
INSERT INTO b (id,state) VALUES (1,'ACTIVE')
