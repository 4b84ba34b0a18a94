INSERT INTO employee VALUES (1,'a','x'),(2,'b','x'),(3,'c','y');
INSERT INTO badge VALUES (1,3)
