INSERT INTO "order" (id,status) VALUES (1,'paid');
INSERT INTO invoice (id,status,history) VALUES (1,'paid','{draft,paid}'),(2,'draft','{}')
